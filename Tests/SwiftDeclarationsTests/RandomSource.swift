/// Numbers that are the same in every run.
struct RandomSource: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  mutating func element<Element>(of elements: [Element]) -> Element {
    elements[number(0...elements.count - 1)]
  }

  mutating func list<Element>(
    _ range: ClosedRange<Int>, _ make: (inout RandomSource) -> Element
  ) -> [Element] {
    let count = number(range)
    var result: [Element] = []
    for _ in 0..<count { result.append(make(&self)) }
    return result
  }
}
