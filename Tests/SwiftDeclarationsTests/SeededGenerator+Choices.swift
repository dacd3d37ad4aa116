import TestSupport

extension SeededGenerator {
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  mutating func element<Element>(of elements: [Element]) -> Element {
    elements[number(0...elements.count - 1)]
  }

  mutating func list<Element>(
    _ range: ClosedRange<Int>, _ make: (inout SeededGenerator) -> Element
  ) -> [Element] {
    let count = number(range)
    var result: [Element] = []
    for _ in 0..<count { result.append(make(&self)) }
    return result
  }
}
