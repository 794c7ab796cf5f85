/// What a donor's gift may be used for. Different keys must all hold, values of one key are
/// alternatives; without any it is for general purposes.
///
/// Written `theme:corruption;theme:money-laundering;region:africa`, in the order of the keys.
public struct Earmark: Hashable, Sendable, CustomStringConvertible {
  /// What a use is named by.
  public enum Key: String, CaseIterable, Sendable {
    case theme, programme, region, country, project
  }

  /// One use that is allowed: a theme, a programme, a region, a country, a project.
  public struct Item: Hashable, Sendable {
    public let key: Key
    /// The code of the theme, programme, region, country or project.
    public let value: String

    public init(_ key: Key, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// In the order of their keys.
  public let items: [Item]

  /// An earmark of items, in the order of their keys, none twice; nil of none.
  public init?(_ items: [Item]) {
    var sorted: [Item] = []
    for key in Key.allCases {
      for item in items where item.key == key && !sorted.contains(item) { sorted.append(item) }
    }
    guard !sorted.isEmpty else { return nil }
    self.items = sorted
  }

  /// Reads an earmark as it is kept; its codes are not looked up.
  public init?(kept text: String) {
    self.init(
      text.split(separator: ";").compactMap { part in
        let halves = part.split(separator: ":", maxSplits: 1)
        guard halves.count == 2, let key = Key(rawValue: String(halves[0])) else { return nil }
        return Item(key, String(halves[1]))
      })
  }

  public var description: String {
    items.map { "\($0.key.rawValue):\($0.value)" }.joined(separator: ";")
  }

  /// The codes that stand under a key, in the order in which they were given.
  public func values(of key: Key) -> [String] {
    items.filter { $0.key == key }.map(\.value)
  }
}
