/// The names of one scope: each is given once.
///
/// A name that is taken gets the first free number from 2 on behind it.
struct NameScope {
  private var taken: Set<String>
  /// The next number to try for a name: many may want the same one.
  private var numbers: [String: Int] = [:]

  init(reserved: Set<String> = []) {
    taken = reserved
  }

  /// Takes the name, or the numbered one that is free.
  mutating func claim(_ name: String) -> String {
    if taken.insert(name).inserted { return name }
    var number = numbers[name] ?? 2
    while !taken.insert("\(name)\(number)").inserted { number += 1 }
    numbers[name] = number + 1
    return "\(name)\(number)"
  }

  /// Names for texts that stand side by side.
  ///
  /// The order of the texts does not matter: of several that want the same name, one that is spelt
  /// so already has it, and the others get numbers in the order of their own spelling.
  mutating func claim(_ texts: [String], named name: (String) -> String) -> [String: String] {
    var result: [String: String] = [:]
    var wishes: [(text: String, name: String)] = []
    for text in Set(texts).sorted() { wishes.append((text, name(text))) }
    for wish in wishes where wish.text == wish.name {
      result[wish.text] = claim(wish.name)
    }
    for wish in wishes where wish.text != wish.name {
      result[wish.text] = claim(wish.name)
    }
    return result
  }
}
