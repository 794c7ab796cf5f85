/// A paragraph of General Assembly resolution 56/123.
public enum Paragraph: Hashable, Comparable, Sendable {
  case preambular(Int)
  case operative(Int)

  /// The paragraphs that a reader may look for: all that are operative, and of the preamble the one
  /// that asks for a balance.
  static let all = [preambular(9)] + (1...21).map(operative)

  /// The paragraph as mandates are coded: `56/123/OP8`.
  var code: String {
    switch self {
    case .preambular(let number): "56/123/PP\(number)"
    case .operative(let number): "56/123/OP\(number)"
    }
  }

  /// The paragraph in a table: `8`, `Preamble, 9`.
  var title: String {
    switch self {
    case .preambular(let number): "Preamble, \(number)"
    case .operative(let number): "\(number)"
    }
  }

  /// What it says, in a line.
  var subject: String {
    switch self {
    case .preambular: "A balance between the Convention with its Protocols and other priorities"
    case .operative(let number): Self.subjects[number - 1]
    }
  }

  private static let subjects = [
    "Takes note of the report on the implementation of resolution 55/64",
    "The Programme's importance in meeting the needs of States and the international community",
    "Technical cooperation and advisory services to Member States upon request",
    "Three global programmes (trafficking in human beings, corruption, organized crime), and the "
      + "resources for them",
    "Operational activities, above all for developing countries and economies in transition",
    "Strategies against the smuggling of migrants and trafficking in persons",
    "The increased number of projects in the field of juvenile justice",
    "All States are invited to contribute to the Fund",
    "Programmes and funds of the United Nations, financial institutions and funding agencies are "
      + "encouraged to support the Centre",
    "A crime prevention component in development assistance",
    "The mobilization of resources",
    "Appreciation to non-governmental organizations and civil society",
    "Synergies with the drug programme",
    "Support to the Commission on Crime Prevention and Criminal Justice",
    "Adequate contributions, so that requesting States can be assisted",
    "Signature and ratification of the Convention and its Protocols",
    "Adequate and regular contributions, through the mechanism that the Convention designates",
    "Adequate support in the biennium 2002-2003, for a speedy entry into force",
    "The Centre's contribution to the efforts against terrorism",
    "A gender perspective in all activities",
    "A report on the implementation of the resolution",
  ]
}

extension [Paragraph] {
  /// `paragraph 7`, `paragraphs 8, 15 and 18`, `preambular paragraph 9`.
  var cited: String {
    let preambular = compactMap { if case .preambular(let number) = $0 { number } else { nil } }
    let operative = compactMap { if case .operative(let number) = $0 { number } else { nil } }
    return [("preambular paragraph", preambular), ("paragraph", operative)]
      .filter { !$0.1.isEmpty }
      .map { "\($0)\($1.count > 1 ? "s" : "") \(listed($1))" }.joined(separator: "; ")
  }
}

/// `8`, `8 and 15`, `8, 15 and 18`.
private func listed(_ numbers: [Int]) -> String {
  let words = numbers.map { "\($0)" }
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
