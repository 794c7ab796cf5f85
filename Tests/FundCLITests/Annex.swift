import Testing

/// The annex of the Secretary-General's report as JSON, with the figures of its chapters by name.
struct Annex {
  let json: [String: Any]
  /// What each chapter contains: the report's own object.
  let chapters: [[String: Any]]
  private let answers: [[String]]

  init(_ json: [String: Any]) throws {
    self.json = json
    let all = try #require(json["chapters"] as? [[String: Any]])
    chapters = try all.map { try #require($0["content"] as? [String: Any]) }
    answers = try all.map { try #require($0["paragraphs"] as? [String]) }
    #expect(all.map { $0["number"] as? Int } == Array(1...all.count))
  }

  func numbers(answering paragraph: String) -> [Int] {
    answers.indices.filter { answers[$0].contains(paragraph) }.map { $0 + 1 }
  }

  /// A report by its name, and for breakdowns by what it is by.
  func report(_ name: String, by: String? = nil) throws -> [String: Any] {
    try #require(
      chapters.first {
        $0["report"] as? String == name && (by == nil || $0["by"] as? String == by)
      },
      "\(name) \(by ?? "")")
  }

  /// A figure of a report's total, in cents.
  func total(_ name: String, _ key: String, by: String? = nil) throws -> Int {
    try cents(try #require(report(name, by: by)["total"] as? [String: Any])[key])
  }

  /// A line of the statement, the Fund's whole.
  func statement(_ id: String) throws -> Int {
    let lines = try #require(report("biennium")["lines"] as? [[String: Any]])
    return try cents(try #require(lines.first { $0["id"] as? String == id })["total"])
  }

  /// The figures of a report's rows that are not nil, by their keys.
  func rows(
    _ name: String, _ figure: String, by: String? = nil, in list: String = "rows"
  ) throws -> [String: Int] {
    var figures: [String: Int] = [:]
    for row in try #require(report(name, by: by)[list] as? [[String: Any]]) {
      let figure = try cents(row[figure])
      guard figure != 0 else { continue }
      figures[try #require(row["key"] as? String), default: 0] += figure
    }
    return figures
  }
}
