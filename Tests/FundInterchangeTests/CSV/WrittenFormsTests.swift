import FundDomain
import Testing

@testable import FundInterchange

/// Numbers and dates as people write them.
@Suite struct WrittenFormsTests {
  private func plain(_ text: String, _ form: NumberForm) -> String {
    do { return try form.plain(text) } catch { return error.rule }
  }

  @Test(
    arguments: [
      ("1234.56", "1234.56"), ("1234,56", "1234.56"), ("1,234.56", "1234.56"),
      ("1.234,56", "1234.56"), ("1 234 567,8", "1234567.8"), ("1'234.5", "1234.5"),
      ("-1.234,56", "-1234.56"), ("1.234.567", "1234567"), ("1,234,567", "1234567"),
      ("12345,678", "12345.678"), ("0,125", "0.125"), ("1 234,567", "1234.567"), ("17", "17"),
      ("1,234", "number-ambiguous"), ("1.234", "number-ambiguous"), ("-12,345", "number-ambiguous"),
      ("1,23,456", "number-unreadable"), ("12.34,56", "number-unreadable"),
      ("1.234,5.6", "number-unreadable"), (".5", "number-unreadable"), ("5.", "number-unreadable"),
      ("1.234 567,8", "number-unreadable"), ("+5", "number-unreadable"),
      ("1e5", "number-unreadable"), ("", "number-unreadable"), ("-", "number-unreadable"),
      ("٣٤", "number-unreadable"), ("1234 567", "number-unreadable"),
    ])
  func `a number by itself shows its decimals, or is refused`(text: String, expected: String) {
    #expect(plain(text, .byForm) == expected)
  }

  @Test(
    arguments: [
      ("1,234", NumberForm.comma, "1.234"), ("1.234", .comma, "1234"),
      ("12.50", .comma, "number-unreadable"), ("1,234.56", .comma, "number-unreadable"),
      ("1,234", .point, "1234"), ("1.234", .point, "1.234"),
      ("12,50", .point, "number-unreadable"), ("1.234,56", .point, "number-unreadable"),
    ])
  func `what a mapping says of decimals holds for every number`(
    text: String, form: NumberForm, expected: String
  ) {
    #expect(plain(text, form) == expected)
  }

  /// Every amount written with either mark, with and without groups, is read as it was.
  @Test func `what is written in a form is read in it`() throws {
    for cents in stride(from: Int64(-12_345_678), to: 12_345_678, by: 37_013) {
      let whole = String(cents.magnitude / 100)
      let rest = String(cents.magnitude % 100 + 100).dropFirst()
      var groups: [Substring] = []
      var left = Substring(whole)
      while left.count > 3 {
        groups.insert(left.suffix(3), at: 0)
        left = left.dropLast(3)
      }
      groups.insert(left, at: 0)
      let sign = cents < 0 ? "-" : ""
      for (mark, divider) in [(",", "."), (",", " "), (".", ","), (".", "'"), (",", "\u{202F}")] {
        for text in [whole, groups.joined(separator: divider)] {
          #expect(plain("\(sign)\(text)\(mark)\(rest)", .byForm) == "\(sign)\(whole).\(rest)")
        }
      }
    }
  }

  @Test(
    arguments: [
      ("DD.MM.YYYY", "28.06.2002", "2002-06-28"), ("DD.MM.YYYY", "8.6.2002", "2002-06-08"),
      ("MM/DD/YYYY", "06/28/2002", "2002-06-28"), ("MM/DD/YYYY", "28/06/2002", "date-unreadable"),
      ("YYYYMMDD", "20020628", "2002-06-28"), ("YYYYMMDD", "2002628", "date-unreadable"),
      ("D MMM YYYY", "1 Nov 2002", "2002-11-01"), ("D MMM YYYY", "01 November 2002", "2002-11-01"),
      ("D-MMM-YYYY", "1-sep-2002", "2002-09-01"), ("D MMM YYYY", "1 Sept 2002", "date-unreadable"),
      ("DD.MM.YYYY", "30.02.2002", "date-unreadable"),
      ("DD.MM.YYYY", "28.06.02", "date-unreadable"),
      ("DD.MM.YYYY", "2002-06-28", "date-unreadable"),
    ])
  func `a date is read in the form that a mapping says`(
    pattern: String, text: String, expected: String
  ) throws {
    let form = try #require(DateForm(pattern: pattern))
    do { #expect(try form.iso(text) == expected) } catch { #expect(error.rule == expected) }
  }

  @Test(arguments: ["", "DD.MM", "DD.MM.YY", "DD.DD.YYYY", "DD.MM.YYYY MM", "day", "DD:MM:YYYY"])
  func `what does not name a day, a month and a year once is no form`(pattern: String) {
    #expect(DateForm(pattern: pattern) == nil)
  }
}
