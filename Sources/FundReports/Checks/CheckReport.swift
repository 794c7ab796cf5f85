public import FundDomain
public import Plain

/// What checks found in the books on a day.
public struct CheckReport: Report {
  public let results: [(check: Check, findings: [Check.Finding])]
  public let foot: ReportFoot

  /// Asks some checks, in their order.
  public init(_ books: any Books, _ checks: [Check], asAt: CalendarDate) throws {
    try self.init(Inspection(books, on: asAt), checks)
  }

  init(_ look: Inspection, _ checks: [Check]) throws {
    foot = try ReportFoot(look.books, asAt: look.day)
    results = try checks.map { ($0, try $0.find(look)) }
  }

  public var isFine: Bool { results.allSatisfy(\.findings.isEmpty) }

  /// How many findings there are of a kind of check.
  public func count(_ kind: Check.Kind) -> Int {
    results.filter { $0.check.kind == kind }.reduce(0) { $0 + $1.findings.count }
  }

  /// A line for each finding, that is never cut; nothing where all is fine.
  public var lines: String {
    results.flatMap { check, findings in
      findings.map { "\(check.name): \(oneLine($0.key)): \(oneLine($0.message))\n" }
    }.joined()
  }

  public var sheet: Sheet {
    Sheet(
      title: "\(foot.fund.title): checks as at \(foot.asAt)",
      columns: [
        Sheet.Column(title: "Check", kind: .code, id: "check"),
        Sheet.Column(title: "Kind", kind: .code, id: "kind"),
        Sheet.Column(title: "What", kind: .code, id: "key"),
        Sheet.Column(title: "Finding", kind: .text, id: "message"),
      ],
      rows: results.flatMap { check, findings in
        findings.map {
          Sheet.Row([
            .text(check.name), .text(check.kind.rawValue), .text($0.key), .text($0.message),
          ])
        }
      }, foot: foot.lines)
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("check", isFine ? "ok" : "found"),
        ("checks", .array(results.map { .string($0.check.name) })),
        (
          "findings",
          .array(
            results.flatMap { check, findings in
              findings.map {
                .object([
                  ("check", .string(check.name)), ("kind", .string(check.kind.rawValue)),
                  ("key", .string($0.key)), ("message", .string(printable($0.message))),
                ])
              }
            })
        ),
      ] + foot.json)
  }
}

/// The checks that there are.
public struct CheckList: Report {
  public init() {}

  /// A line for each check, and what needs none.
  public var lines: String {
    Check.Kind.allCases.map { kind in
      let checks = Check.all.filter { $0.kind == kind }
      return "\(kind.rawValue):\n" + checks.map { "  \($0.name): \($0.sentence)\n" }.joined()
    }.joined() + Self.proven + "\n"
  }

  private static let proven =
    "That entries balance, numbers have no gap, reversals mirror what they reverse and nobody paid more than was pledged or obligated, cpcjf verify proves."

  public var sheet: Sheet {
    Sheet(
      title: "Checks",
      columns: [
        Sheet.Column(title: "Check", kind: .code, id: "name"),
        Sheet.Column(title: "Kind", kind: .code, id: "kind"),
        Sheet.Column(title: "What it finds", kind: .text, id: "sentence"),
      ],
      rows: Check.all.map {
        Sheet.Row([.text($0.name), .text($0.kind.rawValue), .text($0.sentence)])
      }, footnotes: [Self.proven])
  }

  public var json: JSON {
    .object([
      ("schema", "cpcjf/1"), ("list", "checks"),
      (
        "checks",
        .array(
          Check.all.map {
            .object([
              ("name", .string($0.name)), ("kind", .string($0.kind.rawValue)),
              ("sentence", .string($0.sentence)),
            ])
          })
      ),
    ])
  }
}
