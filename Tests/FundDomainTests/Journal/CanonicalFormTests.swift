import FundDomain
import Testing

@Suite struct CanonicalFormTests {
  /// The form is published: bytes written down by hand, not taken from the program.
  @Test func `a fact has the bytes that it has always had`() {
    var fact = Fact("rate")
    fact.set("entry", Int64(258))
    fact.set("source", String?.none)
    fact.set("currency", "EUR")
    var form = CanonicalForm()
    form.append(fact)
    let expected: [UInt8] =
      Array("cpcjf/1".utf8) + [4] + Array("rate".utf8) + [2]
      + [5] + Array("entry".utf8) + [1, 0, 0, 0, 0, 0, 0, 1, 2]
      + [8] + Array("currency".utf8) + [2, 0, 0, 0, 3] + Array("EUR".utf8)
    #expect(form.bytes == expected)
  }

  @Test func `no two facts share their bytes by moving a letter from one field to the next`() {
    func bytes(_ one: String, _ two: String) -> [UInt8] {
      var fact = Fact("t")
      fact.set("a", one)
      fact.set("b", two)
      var form = CanonicalForm()
      form.append(fact)
      return form.bytes
    }
    #expect(bytes("xy", "z") != bytes("x", "yz"))
  }
}

@Suite struct DocumentNumberTests {
  @Test(arguments: ["CTB-2002-0001", "PLG-2002-0001.2", "REV-2024-12345"])
  func `a number is read as it is printed`(text: String) {
    #expect(DocumentNumber(text)?.description == text)
  }

  @Test(arguments: [
    "CTB-2002-1", "XXX-2002-0001", "CTB-02-0001", "CTB-2002-0000", "CTB-2002-0001.1", "EGY/R31",
    "CTB-2002-0001.2.3", "CTB-2002-00001", "CTB-2002-+001", "CTB-+200-0001", "CTB-2002-0001.02",
  ])
  func `what is no number is none`(text: String) { #expect(DocumentNumber(text) == nil) }
}

@Suite struct AccountTests {
  @Test func `the numbers of accounts never change`() {
    let expected: [(Account, Int64)] = [
      (.cash, 101), (.interFund, 103), (.obligations, 201), (.opening, 301),
      (.contributions, 401), (.otherIncome, 405), (.staff, 501), (.programmeSupport, 512),
      (.refunds, 601), (.otherAdjustments, 607), (.conversion, 701), (.budgetSpent, 803),
    ]
    for (account, number) in expected {
      #expect(account.number == number)
      #expect(Account(number: number) == account)
    }
  }
}
