/// A global programme (trafficking in human beings, corruption, organized crime: resolution
/// 56/123, paragraph 4) or a regional one.
public struct Programme: Hashable, Sendable {
  /// The entry that added it.
  public var id: EntryNumber
  public var code: String
  public var title: String
  /// The day from which this version holds; nil from the beginning.
  public var holdsFrom: CalendarDate?

  public init(
    id: EntryNumber = 0, code: String, title: String, holdsFrom: CalendarDate? = nil
  ) {
    self.id = id
    self.code = code
    self.title = title
    self.holdsFrom = holdsFrom
  }
}
