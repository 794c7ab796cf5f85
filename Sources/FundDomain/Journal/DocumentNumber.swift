/// The kinds of documents that bear numbers, each with the letters of its series.
public enum Series: String, CaseIterable, Sendable {
  case opening = "OPN"
  case pledge = "PLG"
  case contribution = "CTB"
  case refund = "RFD"
  case adjustment = "ADJ"
  case allotment = "ALT"
  case obligation = "OBL"
  case disbursement = "DSB"
  case recovery = "PRF"
  case interest = "INT"
  case otherIncome = "INC"
  case charge = "CHG"
  case transfer = "TRF"
  case exchange = "EXC"
  case revaluation = "RVL"
  case writeOff = "WOF"
  case deferredIncome = "DEF"
  case request = "REQ"
  case coFunding = "COF"
  case closing = "CLS"
  case reversal = "REV"
}

/// The number of a document: `CTB-2002-0001`, without a gap per series and year of its date. A
/// later act on a document takes its number with a serial: `PLG-2002-0001.2`. A closing is the one
/// of its biennium's last year, and bears the biennium: `CLS-2002-2003`.
public struct DocumentNumber: Hashable, Sendable, CustomStringConvertible {
  public let series: Series
  public let year: Int
  public let serial: Int
  /// 1 for the document itself, 2 … for later acts on it.
  public let act: Int

  public init(_ series: Series, year: Int, serial: Int, act: Int = 1) {
    self.series = series
    self.year = year
    self.serial = serial
    self.act = act
  }

  /// Reads a number as it is printed; nil for any other text.
  public init?(_ text: some StringProtocol) {
    let text = text.uppercased()
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let series = Series(rawValue: String(parts[0])),
      parts[1].utf8.count == 4, let year = Int(parts[1])
    else { return nil }
    let tail = parts[2].split(separator: ".", omittingEmptySubsequences: false)
    guard tail.count <= 2, tail[0].utf8.count >= 4, let serial = Int(tail[0]), serial > 0 else {
      return nil
    }
    var act = 1
    if tail.count == 2 {
      guard let number = Int(tail[1]), number > 1 else { return nil }
      act = number
    }
    if series == .closing {
      guard serial == year + 1, year.isMultiple(of: 2) else { return nil }
      self.init(series, year: serial, serial: 1, act: act)
    } else {
      self.init(series, year: year, serial: serial, act: act)
    }
    // Signs and more zeros than are printed.
    guard description == text else { return nil }
  }

  public var description: String {
    let act = act > 1 ? ".\(act)" : ""
    if series == .closing { return "\(series.rawValue)-\(year - 1)-\(year)\(act)" }
    let digits = String(serial)
    let padding = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
    return "\(series.rawValue)-\(year)-\(padding)\(digits)\(act)"
  }
}
