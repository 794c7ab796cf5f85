public import FundDomain

/// What the Fund publishes of itself: an IATI file, version 2.03, of two levels. The Fund is an
/// activity with what donors promise and give to it, and each project is one with what it was given
/// and spends.
///
/// It is made from the books alone, no clock: it stands on a day, unless another is asked for that
/// of the newest entry's recording, whose instant is the file's. So the same books give the same
/// bytes.
public struct IATIPublication: StreamedExport {
  private let books: any Books
  let context: IATIContext

  /// - Parameter day: the day on which the books stand; nil for that of the newest entry.
  public init(_ books: any Books, asAt day: CalendarDate?) throws {
    let recordedAt = try books.recordedAt(try books.head.entries)
    let today = try CalendarDate(recordedAt.prefix(10))
    let day = day ?? today
    self.books = books.asAt(day)
    context = try IATIContext(self.books, day: day, today: today, recordedAt: recordedAt)
  }

  /// Writes the whole file, piece by piece.
  ///
  /// - Throws: where something would break a rule of the standard, `iati-` with the rule's number:
  ///   what was written by then is not to be kept.
  public func write(to write: (String) throws -> Void) throws {
    let survey = try IATISurvey(books, context)
    try withoutActuallyEscaping(write) { try self.write(XMLWriter(to: $0), survey) }
  }

  private func write(_ xml: XMLWriter, _ survey: IATISurvey) throws {
    let attributes: XMLWriter.Attributes = [
      "version": "2.03", "generated-datetime": context.generated,
    ]
    try xml.element("iati-activities", attributes) {
      try IATIFundActivity(books, context, survey).write(to: xml)
      for project in context.projects {
        try IATIProjectActivity(project, books, context, survey).write(to: xml)
      }
    }
  }
}

/// What every activity of the publication is written with.
struct IATIContext {
  /// Who publishes: the Office, by its channel code of the OECD DAC.
  static let office = ReportedParty(
    reference: "XM-DAC-41128", name: "United Nations Office on Drugs and Crime", kind: "40")
  static let fundIdentifier = "XM-DAC-41128-CPCJF"

  /// The day on which the books stand.
  let day: CalendarDate
  /// The day on which the newest entry was recorded: anything after it is future.
  let today: CalendarDate
  /// The instant of the newest entry, to the second.
  let generated: String
  let fund: Fund
  /// In the order of their codes.
  let projects: [Project]
  let donors: [EntryNumber: Donor]
  /// The codes of sub-funds.
  let subFunds: [EntryNumber: String]
  private let identifiers: [EntryNumber: String]

  init(_ books: any Books, day: CalendarDate, today: CalendarDate, recordedAt: String) throws {
    self.day = day
    self.today = today
    generated = recordedAt.prefix(19) + "Z"
    fund = try books.fund
    projects = try books.projects(on: day)
    donors = byID(try books.donors(on: day), \.id)
    subFunds = byID(try books.subFunds(on: day), \.id).mapValues(\.code)
    identifiers = try Self.identifiers(of: projects)
  }

  func identifier(of project: Project) -> String { identifiers[project.id] ?? "" }

  /// The Fund as who receives.
  var receiver: ReportedParty {
    var office = Self.office
    office.activity = Self.fundIdentifier
    return office
  }

  /// A donor as who provides.
  func provider(_ donor: EntryNumber, _ books: any Books) throws -> ReportedParty {
    let donor = try donors[donor] ?? books.donor(donor)
    return ReportedParty(name: donor.name, kind: donor.kind.iatiType(in: donor.country))
  }

  /// The Fund's own identifier and the code of each project, in which what the standard warns
  /// against, `/ & | ?` and blanks, is written otherwise.
  ///
  /// - Throws: `iati-identifier-repeated` where two codes come to one.
  private static func identifiers(of projects: [Project]) throws -> [EntryNumber: String] {
    var identifiers: [EntryNumber: String] = [:]
    var bearers: [String: String] = [:]
    for project in projects {
      var code = ""
      for scalar in project.code.unicodeScalars {
        switch scalar {
        case "&", "|", "?": code += "_" + String(scalar.value, radix: 16, uppercase: true)
        case "/": code += "-"
        default:
          if scalar.properties.isWhitespace {
            code += "-"
          } else {
            code.unicodeScalars.append(scalar)
          }
        }
      }
      let identifier = "\(fundIdentifier)-\(code)"
      if let other = bearers.updateValue(project.code, forKey: identifier) {
        throw LedgerError(
          rule: "iati-identifier-repeated",
          "\(other) and \(project.code) would both be the activity \(identifier)")
      }
      identifiers[project.id] = identifier
    }
    return identifiers
  }
}
