import ArgumentParser
import FundDomain
import FundReports
import Plain

struct Get: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "One number on one line, for scripts.",
    subcommands: [
      GetBalance.self, GetOutstanding.self, GetDeliveryRate.self, GetIncome.self,
      GetExpenditure.self, GetUnobligated.self, GetUnliquidated.self,
    ])
}

/// How one number is read and written.
struct QuantityOptions: ParsableArguments {
  @OptionGroup var reading: ReadingOptions

  func write(_ make: @escaping (any Books) throws -> Quantity) throws {
    if reading.output.chosen == .text {
      try reading.output.write(try reading.read(make).text + "\n")
    } else {
      try reading.write(make)
    }
  }
}

/// What a number is limited to.
struct SubFundOption: ParsableArguments {
  @Option(help: "One sub-fund only, with its parts.", completion: .subFunds) var subFund: String?

  func read(_ books: any Books) throws -> SubFund? {
    try subFund.map { try books.subFund(Beginning($0).of("sub_fund", books)) }
  }
}

struct ProjectOption: ParsableArguments {
  @Option(help: "One project only.", completion: .projects) var project: String?

  func read(_ books: any Books) throws -> Project? {
    try project.map { try books.project(Beginning($0).of("project", books)) }
  }
}

struct GetBalance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "balance",
    abstract: "Assets less liabilities in US dollars: the closing balance of the statement.",
    discussion: """
      Example:
        cpcjf get balance --sub-fund SP --as-at 2003-12-31
      """)
  @OptionGroup var subFund: SubFundOption
  @OptionGroup var quantity: QuantityOptions

  func run() throws {
    let day = try quantity.reading.day()
    try quantity.write { try Quantity.balance($0, of: subFund.read($0), asAt: day) }
  }
}

struct GetOutstanding: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outstanding",
    abstract: "What donors still owe on committed pledges.",
    discussion: """
      In US dollars at the rates of the pledges' days, as report pledges has it; of one pledge, in \
      its currency.

      Example:
        cpcjf get outstanding --donor NOR
        cpcjf get outstanding --pledge PLG-2002-0001
      """)
  @Option(help: "What one donor owes.", completion: .donors) var donor: String?
  @Option(help: "What is owed on one pledge, by its number or reference.", completion: .pledges)
  var pledge: String?
  @OptionGroup var quantity: QuantityOptions

  func validate() throws {
    if donor != nil, pledge != nil { throw ValidationError("Name a --donor or a --pledge.") }
  }

  func run() throws {
    let day = try quantity.reading.day()
    try quantity.write { books in
      if let pledge { return try Quantity.outstanding(books, onPledge: pledge, asAt: day) }
      let donor = try donor.map { try books.donor(Beginning($0).of("donor", books)).id }
      return try Quantity.outstanding(books, of: donor, asAt: day)
    }
  }
}

struct GetDeliveryRate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delivery-rate",
    abstract: "Expenditure as a percentage of what is allotted.",
    discussion: """
      Both with their programme support. The denominator is what was allotted to date, less what \
      was returned; with a period, what was unobligated when it began and was allotted in it.

      What comes back on an obligation, of whatever biennium, takes from what is spent: a period in \
      which more came back than was spent has a rate below zero: -12.5.

      Example:
        cpcjf get delivery-rate --project EGY/R31
        cpcjf get delivery-rate -p 2002-2003
      """)
  @OptionGroup var project: ProjectOption
  @OptionGroup var period: PeriodOption
  @OptionGroup var quantity: QuantityOptions

  func run() throws {
    let day = try quantity.reading.day()
    let span = try period.period().map { try quantity.reading.upToDay($0) }
    try quantity.write {
      try Quantity.deliveryRate($0, of: project.read($0), in: span, asAt: day)
    }
  }
}

struct GetIncome: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "income",
    abstract: "The statement's total income in US dollars, of the biennium so far or a period.",
    discussion: """
      Example:
        cpcjf get income -p 2002-2003 --sub-fund GP
      """)
  @OptionGroup var subFund: SubFundOption
  @Option(
    help: "What one donor gave, and what it earned; no programme support.", completion: .donors)
  var donor: String?
  @OptionGroup var period: PeriodOption
  @OptionGroup var quantity: QuantityOptions

  func run() throws {
    let span = try quantity.reading.biennium(period)
    try quantity.write { books in
      let donor = try donor.map { try books.donor(Beginning($0).of("donor", books)).id }
      return try Quantity.income(books, of: subFund.read(books), donor: donor, in: span)
    }
  }
}

struct GetExpenditure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expenditure",
    abstract: "The statement's total expenditure in US dollars, programme support included.",
    discussion: """
      Of the biennium so far, or of a period.

      Example:
        cpcjf get expenditure -p 2002-2003 --project EGY/R31
      """)
  @OptionGroup var subFund: SubFundOption
  @OptionGroup var project: ProjectOption
  @OptionGroup var period: PeriodOption
  @OptionGroup var quantity: QuantityOptions

  func run() throws {
    let span = try quantity.reading.biennium(period)
    try quantity.write {
      try Quantity.expenditure($0, of: subFund.read($0), project: project.read($0)?.id, in: span)
    }
  }
}

struct GetUnobligated: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unobligated",
    abstract: "What is allotted and not obligated, in US dollars.",
    discussion: """
      Example:
        cpcjf get unobligated --project EGY/R31
      """)
  @OptionGroup var subFund: SubFundOption
  @OptionGroup var project: ProjectOption
  @OptionGroup var quantity: QuantityOptions

  func run() throws {
    let day = try quantity.reading.day()
    try quantity.write {
      try Quantity.unobligated($0, of: subFund.read($0), project: project.read($0)?.id, asAt: day)
    }
  }
}

struct GetUnliquidated: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unliquidated",
    abstract: "What is obligated and not paid, in US dollars.",
    discussion: """
      Example:
        cpcjf get unliquidated --sub-fund SP --as-at 2003-12-31
      """)
  @OptionGroup var subFund: SubFundOption
  @OptionGroup var project: ProjectOption
  @OptionGroup var quantity: QuantityOptions

  func run() throws {
    let day = try quantity.reading.day()
    try quantity.write {
      try Quantity.unliquidated($0, of: subFund.read($0), project: project.read($0)?.id, asAt: day)
    }
  }
}
