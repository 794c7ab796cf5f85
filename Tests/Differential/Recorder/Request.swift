import FoundationEssentials

/// One line of input.
struct Request: Decodable {
  enum Act: String, Decodable {
    /// Takes up a ledger's file; a new one is made.
    case open
    /// Records documents of a kind, in one batch.
    case record
    /// Reverses a batch.
    case undo
    /// Says what is outstanding, unobligated, unliquidated, left and available.
    case answers
    case report
    case verify
  }

  /// One of the sources of which is asked what is available, and on which day.
  struct Source: Decodable {
    let name: String
    let on: String
  }

  let act: Act
  var ledger: String?
  /// The kind of documents, as the imports call it.
  var kind: String?
  /// The documents, by the names of their fields.
  var forms: [[String: String]]?
  /// Whether they are the rows of an import.
  var isImport: Bool?
  var batch: Int64?
  var contributions: [String]?
  var allotments: [String]?
  var obligations: [String]?
  var sources: [Source]?
  /// The name of a report.
  var name: String?
  var period: String?
  var by: String?
  var asAt: String?
  var knownAt: Int64?

  init(_ line: String) throws {
    self = try JSONDecoder().decode(Request.self, from: Data(line.utf8))
  }

  /// What an act cannot do without.
  func value<Value>(_ path: KeyPath<Request, Value?>) throws -> Value {
    guard let value = self[keyPath: path] else { throw Misused("\(act) lacks \(path)") }
    return value
  }
}
