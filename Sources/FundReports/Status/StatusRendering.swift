import FundDomain
public import Plain

extension Status {
  private var biennium: Biennium { Biennium(of: foot.asAt) }

  public var sheet: Sheet {
    func row(_ code: String, _ standing: Standing, _ style: Sheet.Row.Style) -> Sheet.Row {
      Sheet.Row([.text(code)] + standing.figures.map { .dollars($0.cents) }, style: style)
    }
    return Sheet(
      title: foot.fund.title,
      subtitle: [
        "\(file): \(foot.head.entries) entries, head \(foot.head.hash.prefix(12))",
        "Biennium \(biennium), as at \(foot.asAt)"
          + (foot.knownAt.map { ", known at entry \($0)" } ?? ""),
      ],
      headnote: "United States dollars",
      columns: [Sheet.Column(title: "", kind: .code, id: "sub-fund")]
        + Standing().figures.map {
          Sheet.Column(title: $0.id.capitalizedFirst, kind: .money, id: $0.id)
        },
      rows: subFunds.map { row($0.code, standings[$0.id] ?? Standing(), .plain) }
        + [row("Total", total, .total)],
      footnotes: [
        "Uncommitted: cash and claims less obligations and allotments, at the day's rates"
          + subFunds.compactMap { fund in
            subFunds.first { $0.id == fund.parent }.map { "; \(fund.code) is part of \($0.code)" }
          }.joined(),
        "Overdue: \(said(overdue))",
        "To be used by \(foot.asAt.adding(days: Check.useByDays)): \(said(useBy, " unspent"))",
        "Checks: \(found)", "Next: \(next.joined(separator: "; "))",
      ],
      // Beyond a hundred million the columns are wider than a screen, in cents.
      thousands: total.figures.contains { $0.cents.magnitude >= 10_000_000_000 })
  }

  private func said(_ pledges: Pledges, _ what: String = "") -> String {
    guard pledges.count > 0 else { return "nothing" }
    return "\(grouped(pledges.usd, exponent: 2))\(what) of \(pledges.count) "
      + (pledges.count == 1 ? "pledge" : "pledges")
  }

  /// How much the checks found, and which did, as far as a line has room.
  private var found: String {
    guard !checks.isFine else { return "fine" }
    let kinds = Check.Kind.allCases.filter { checks.count($0) > 0 }
    var text = kinds.map { "\(checks.count($0)) \($0.rawValue)" }.joined(separator: ", ")
    var separator = ": "
    for (check, findings) in checks.results where !findings.isEmpty {
      let more = "\(separator)\(check.name) \(findings.count)"
      guard text.count + more.count <= 66 else { return text + (separator == ", " ? ", …" : "") }
      text += more
      separator = ", "
    }
    return text
  }

  public var json: JSON {
    func money(_ standing: Standing) -> [(String, JSON)] {
      standing.figures.map { ($0.id, .dollars($0.cents)) }
    }
    func some(_ pledges: Pledges) -> JSON {
      .object([("pledges", .integer(Int64(pledges.count))), ("usd", .dollars(pledges.usd))])
    }
    return .object(
      [
        ("schema", "cpcjf/1"), ("report", "status"), ("title", .string(foot.fund.title)),
        ("file", .string(file)), ("period", .string("\(biennium)")), ("currency", "USD"),
        (
          "rows",
          .array(
            subFunds.map {
              .object(
                [("key", .string($0.code)), ("title", .string($0.title))]
                  + money(standings[$0.id] ?? Standing()))
            })
        ), ("total", .object(money(total))), ("overdue", some(overdue)), ("useBy", some(useBy)),
        ("checks", checksJSON), ("next", .array(next.map { .string($0) })),
      ] + foot.json)
  }

  private var checksJSON: JSON {
    .array(
      checks.results.filter { !$0.findings.isEmpty }.map { check, findings in
        .object([
          ("check", .string(check.name)), ("kind", .string(check.kind.rawValue)),
          ("findings", .integer(Int64(findings.count))),
        ])
      })
  }
}
