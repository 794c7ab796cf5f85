import FundDomain
import Plain

/// What Excel calls a cell: `C7`.
func cellName(_ line: UInt32, _ column: Int) -> String {
  var letters = ""
  var rest = column + 1
  while rest > 0 {
    letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
    rest = (rest - 1) / 26
  }
  return "\(letters)\(line + 1)"
}

/// How high the line of the columns' titles is, in points, each wrapped to so many letters.
func headerHeight(_ titles: [(title: String, width: Int)]) -> Double {
  let lines = titles.map { title, width in
    var (lines, used) = (1, 0)
    for word in oneLine(title).split(separator: " ") {
      let needed = displayWidth(String(word))
      if used > 0, used + 1 + needed > width { (lines, used) = (lines + 1, 0) }
      used += (used > 0 ? 1 : 0) + needed
    }
    return lines
  }
  return Double(max(lines.max() ?? 1, 1)) * 15.75
}

func powerOfTen(_ exponent: Int) -> Double { (0..<exponent).reduce(1) { power, _ in power * 10 } }

/// A day as Excel counts it, from 1900 on; earlier ones it does not know.
func excelDate(_ text: String) -> Double? {
  guard let date = try? CalendarDate(text), let first = try? CalendarDate("1900-03-01"),
    date >= first
  else { return nil }
  return Double(date.days(since: first) + 61)
}
