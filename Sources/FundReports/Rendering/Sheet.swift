import Plain

/// One table as people read it; every rendering is made from it.
///
/// Text from data is made harmless as it is rendered, so a sheet holds it as it was recorded.
public struct Sheet: Sendable, Hashable {
  /// What the table shows; data, not markup.
  public var title: String
  /// Lines under the title: the period, the basis.
  public var subtitle: [String]
  /// The unit of the money, such as "United States dollars"; shown in parentheses, and with
  /// "Thousands of" before it where ``thousands`` is set.
  public var headnote: String?
  /// The columns from left to right; the first one carries the indentation.
  public var columns: [Column]
  /// The rows from top to bottom.
  public var rows: [Row]
  /// Tables that go with this one, under it; people read them, CSV holds the first table alone.
  public var annexes: [Sheet]
  /// Notes under the table, a line each.
  public var footnotes: [String]
  /// The last lines: as-at, known-at, entries, head hash.
  public var foot: [String]
  /// Whether people read money in thousands with one decimal; CSV always has it in full.
  public var thousands: Bool

  /// A sheet; whatever is left out is empty.
  public init(
    title: String, subtitle: [String] = [], headnote: String? = nil, columns: [Column],
    rows: [Row] = [], annexes: [Sheet] = [], footnotes: [String] = [], foot: [String] = [],
    thousands: Bool = false
  ) {
    self.title = title
    self.subtitle = subtitle
    self.headnote = headnote
    self.columns = columns
    self.rows = rows
    self.annexes = annexes
    self.footnotes = footnotes
    self.foot = foot
    self.thousands = thousands
  }
}

extension Sheet {
  /// What stands over a column, and how its cells are aligned.
  public struct Column: Sendable, Hashable {
    /// What a column holds: text, codes and dates start at the left, figures end at the right.
    public enum Kind: Sendable, Hashable {
      case text
      /// Numbers of documents and codes, which are of no use when they are cut.
      case code
      case money
      case count
      case date
      case percent
    }

    /// Who reads a column: people do without what they see from headings and indents.
    public enum Readers: Sendable, Hashable {
      case everyone, people, programs
    }

    /// The heading people read.
    public var title: String
    /// What the column holds.
    public var kind: Kind
    /// The heading programs read, in CSV: `gp` for "sub-fund GP".
    public var id: String
    public var readers: Readers

    /// A column; `id` is a published name and does not change.
    public init(title: String, kind: Kind, id: String, for readers: Readers = .everyone) {
      self.title = title
      self.kind = kind
      self.id = id
      self.readers = readers
    }
  }

  /// What stands where a row and a column meet.
  public enum Cell: Sendable, Hashable {
    /// Words or a date, as recorded.
    case text(String)
    /// A name of the program's own, such as `paid-in-full`: people read it in words.
    case word(String)
    /// An amount in minor units, of a currency with so many decimals; zero shows as an em dash.
    case money(Int64, exponent: Int)
    /// A number of things.
    case count(Int64)
    /// A share in tenths of a per cent: 125 is 12.5%.
    case percent(tenths: Int64)
    /// Nil: an em dash for people, empty in CSV.
    case nilValue
    /// Nothing at all.
    case blank
  }

  /// A line of the table.
  public struct Row: Sendable, Hashable {
    /// What a line is to the lines around it.
    public enum Style: Sendable, Hashable {
      /// One of the parts of the next subtotal or total.
      case plain
      /// Words on a line of their own, left out of CSV.
      case heading
      /// A sum of lines above it.
      case subtotal
      /// A sum of lines above it, under a rule.
      case total
      /// For information: part of no sum.
      case memorandum
      /// One of the parts of the line that is no part itself, right above: "of which".
      case part
    }

    /// The cells from left to right; those missing at the end are blank.
    public var cells: [Cell]
    /// What the line is to its neighbours.
    public var style: Style
    /// The level of the line, two spaces each.
    public var indent: Int
    /// Whether the sum that the line belongs to takes it away, as a balance does expenditure.
    public var subtracted: Bool
    /// Whether the next subtotal leaves the line out, as total income does an opening balance, and
    /// the sum after it takes it in.
    public var isApart: Bool

    /// A line of the table.
    public init(
      _ cells: [Cell], style: Style = .plain, indent: Int = 0, subtracted: Bool = false,
      isApart: Bool = false
    ) {
      self.cells = cells
      self.style = style
      self.indent = indent
      self.subtracted = subtracted
      self.isApart = isApart
    }

    /// A line of words alone, over the lines that they head.
    public static func heading(_ words: String, indent: Int = 0) -> Row {
      Row([.text(words)], style: .heading, indent: indent)
    }
  }
}

extension Sheet {
  /// The title without the name of the Fund, which stands before it.
  var ownTitle: String {
    guard let colon = title.firstRange(of: ": ") else { return title }
    return String(title[colon.upperBound...]).capitalizedFirst
  }

  /// Where the columns stand that some read.
  func places(of readers: Column.Readers) -> [Int] {
    columns.indices.filter { [.everyone, readers].contains(columns[$0].readers) }
  }

  /// The sheet with the columns that some read.
  func read(by readers: Column.Readers) -> Sheet {
    let places = places(of: readers)
    guard places.count < columns.count else { return self }
    var sheet = self
    sheet.columns = places.map { columns[$0] }
    sheet.rows = rows.map { $0.cells(at: places) }
    return sheet
  }
}

extension Sheet.Row.Style {
  var isSum: Bool { self == .subtotal || self == .total }
}

extension Sheet.Row {
  /// The row with the cells of some columns; a heading is not in columns.
  func cells(at places: [Int]) -> Sheet.Row {
    guard style != .heading else { return self }
    var row = self
    row.cells = places.map { $0 < cells.count ? cells[$0] : .blank }
    return row
  }
}

extension Sheet.Column.Kind {
  /// Whether cells end at the right, digit under digit.
  var isFigure: Bool {
    switch self {
    case .money, .count, .percent: true
    case .text, .code, .date: false
    }
  }
}
