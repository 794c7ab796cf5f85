/// A global programme (trafficking in human beings, corruption, organized crime: resolution
/// 56/123, paragraph 4) or a regional one.
public struct Programme: Hashable, Sendable {
  /// The entry that added it.
  public var id: EntryNumber
  public var code: String
  public var title: String

  public init(id: EntryNumber = 0, code: String, title: String) {
    self.id = id
    self.code = code
    self.title = title
  }
}
