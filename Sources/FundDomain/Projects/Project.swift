/// A technical cooperation project: its code, themes, beneficiaries, budget and life.
public struct Project: Hashable, Sendable {
  /// The entry that added the project.
  public var id: EntryNumber
  /// As given, also where it is messy: `FS/NIR/01/R16`, `EGY/R31`, `GLOT59`.
  public var code: String
  public var title: String
  public var themes: [ThemeShare]
  public var beneficiaries: Beneficiaries
  public var programme: EntryNumber?
  public var start: CalendarDate?
  public var end: CalendarDate?
  public var budget: [YearBudget]
  public var status: ProjectStatus
  /// The programme support rate, in millionths; nil for the default of its money.
  public var supportRate: Millionths?
  /// The gender marker of the OECD DAC: 0, 1 or 2; nil where nobody marked it.
  public var gender: Int?
  /// The State that asked for the assistance, and when.
  public var requestedBy: Country?
  public var requestedOn: CalendarDate?
  public var partners: [String]
  public var aliases: [String]
  /// The mandates that it carries out.
  public var mandates: [EntryNumber]
  /// The requests for assistance that it meets.
  public var requests: [EntryNumber]
  /// Its policy markers beside gender, those that somebody assessed.
  public var markers: [MarkerAssessment]
  /// The day from which this version holds; nil from the beginning.
  public var holdsFrom: CalendarDate?

  public init(
    id: EntryNumber, code: String, title: String, themes: [ThemeShare],
    beneficiaries: Beneficiaries, programme: EntryNumber? = nil, start: CalendarDate? = nil,
    end: CalendarDate? = nil, budget: [YearBudget], status: ProjectStatus,
    supportRate: Millionths? = nil, gender: Int? = nil, requestedBy: Country? = nil,
    requestedOn: CalendarDate? = nil, partners: [String], aliases: [String],
    mandates: [EntryNumber] = [], requests: [EntryNumber] = [],
    markers: [MarkerAssessment] = [], holdsFrom: CalendarDate? = nil
  ) {
    self.id = id
    self.code = code
    self.title = title
    self.themes = themes
    self.beneficiaries = beneficiaries
    self.programme = programme
    self.start = start
    self.end = end
    self.budget = budget
    self.status = status
    self.supportRate = supportRate
    self.gender = gender
    self.requestedBy = requestedBy
    self.requestedOn = requestedOn
    self.partners = partners
    self.aliases = aliases
    self.mandates = mandates
    self.requests = requests
    self.markers = markers
    self.holdsFrom = holdsFrom
  }

  /// The whole budget, in US cents.
  public var budgetTotal: Int64 { budget.reduce(0) { $0 + $1.usd } }
}

/// A theme of a project, with its share; the shares are a whole.
public struct ThemeShare: Hashable, Sendable {
  public let theme: Theme
  public let share: Millionths

  public init(
    theme: Theme, share: Millionths
  ) {
    self.theme = theme
    self.share = share
  }
}

/// What a project may cost in a year.
public struct YearBudget: Hashable, Sendable {
  public let year: Int
  /// In US cents.
  public let usd: Int64

  public init(
    year: Int, usd: Int64
  ) {
    self.year = year
    self.usd = usd
  }
}

/// Whom a project serves: countries with shares, or a region, or the world.
public enum Beneficiaries: Hashable, Sendable {
  case countries([CountryShare])
  case regional(Region)
  case global
}

/// A country that a project serves, with its share; the shares are a whole.
public struct CountryShare: Hashable, Sendable {
  public let country: Country
  public let share: Millionths

  public init(
    country: Country, share: Millionths
  ) {
    self.country = country
    self.share = share
  }
}

/// Where a project stands in its life.
public enum ProjectStatus: String, CaseIterable, Sendable {
  case pipeline, approved, ongoing, completed, closed, cancelled

  /// Whether somebody decided that it is carried out.
  public var isApproved: Bool { self != .pipeline && self != .cancelled }
}
