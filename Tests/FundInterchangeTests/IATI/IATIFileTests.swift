import Foundation
import FundDomain
import FundInterchange
import TestSupport
import Testing

/// What came of reading a file.
struct ReadIATI {
  var activities: [ReadActivity] = []
  var summary = ReferenceSummary()
  var fault: FileFault?

  init(_ bytes: Data) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/file.xml"
      try bytes.write(to: URL(fileURLWithPath: path))
      let file = try #require(FileHandle(forReadingAtPath: path))
      var iati = IATIFile(descriptor: file.fileDescriptor)
      do {
        try iati.activities { activities.append($0) }
        summary = iati.summary
      } catch let error as FileFault { fault = error }
    }
  }

  init(_ text: String) throws { try self.init(Data(text.utf8)) }

  var flows: [ReportedFlow] { activities.flatMap(\.flows) }
  var sums: [String: String] { summary.sums.mapValues(\.description) }
  var setAside: [String] { summary.setAside.map(\.rule) }
}

/// An activity of Norad's with what is given put in.
func activity(_ content: String, _ attributes: String = "default-currency=\"NOK\"") -> String {
  """
  <iati-activity \(attributes)><iati-identifier>NO-BRC-971277882-1</iati-identifier>\
  <reporting-org ref="NO-BRC-971277882" type="10"><narrative>Norad</narrative></reporting-org>\
  \(content)</iati-activity>
  """
}

func file(_ content: String) -> String {
  "<iati-activities version=\"2.03\">\n\(activity(content))\n</iati-activities>"
}

func transaction(
  _ value: String, type: String = "<transaction-type code=\"3\"/>",
  date: String = "<transaction-date iso-date=\"2003-02-01\"/>"
) -> String { "<transaction>\(type)\(date)\(value)</transaction>" }

@Suite struct IATIFileTests {
  @Test func `an activity of version 2 is read with all that money needs`() throws {
    let read = try ReadIATI(
      file(
        """
        <title><narrative xml:lang="no">Mot korrupsjon</narrative><narrative>Against corruption\
        </narrative></title><activity-status code="2"/>\
        <activity-date type="1" iso-date="2002-01-01"/><activity-date type="2" iso-date="2002-03-01Z"/>\
        <activity-date type="4" iso-date="2004-12-31"/><other-identifier ref="QZA-02" type="A1"/>\
        <recipient-country code="KE" percentage="60"/><recipient-country code="UG" percentage="40"/>\
        <sector code="15113" percentage="99.99"/><sector vocabulary="99" code="x" percentage="7"/>\
        <policy-marker code="1" significance="2"/><default-aid-type code="C01"/>\
        <usg:ignored xmlns:usg="u"><usg:sector code="1"/></usg:ignored>\
        <transaction ref="R1"><transaction-type code="3"/>\
        <transaction-date iso-date="2003-02-01T00:00:00"/>\
        <value currency="USD" value-date="2003-01-15"> 1000.005\n</value>\
        <description><narrative>First  part</narrative></description>\
        <provider-org ref="NO-BRC-971277882" provider-activity-id="P"/>\
        <receiver-org ref="XM-DAC-41128" type="40"><narrative>UNODC</narrative></receiver-org>\
        <sector code="15130"/><aid-type code="1" vocabulary="2"/></transaction>
        """))
    let head = try #require(read.activities.first?.head)
    #expect(head.publisher == "NO-BRC-971277882" && head.publisherName == "Norad")
    #expect(head.title == "Against corruption" && head.status == "implementation")
    #expect(head.start?.description == "2002-03-01" && head.end?.description == "2004-12-31")
    #expect(head.ownNumber == "QZA-02" && head.version == "2.03" && head.gender == 2)
    #expect(head.countries == ReportedShares(text: "KE=60;UG=40", isWhole: true))
    #expect(head.sectors == ReportedShares(text: "15113=100", isWhole: true))
    let flow = try #require(read.flows.first)
    #expect(flow.type == .disbursement && flow.amount == Money.usd(100_000))
    #expect(flow.given == "1000.005" && !flow.isByDefault)
    #expect(flow.date.description == "2003-02-01" && flow.valueDate.description == "2003-01-15")
    #expect(flow.note == "First part" && flow.reference == "R1" && flow.aidTypes == "2=1")
    #expect(flow.provider?.activity == "P" && flow.receiver?.name == "UNODC")
    #expect(flow.sectors?.text == "15130=100" && flow.countries == nil)
    #expect(read.sums == ["3 USD": "1000.005"])
    #expect(read.summary.rounding.mapValues(\.description) == ["USD": "0.005"])
  }

  @Test func `an activity of version 1 is read by the same rules`() throws {
    let read = try ReadIATI(
      """
      <iati-activity default-currency="GBP"><title xml:lang="en">Prisons</title>
      <transaction><transaction-date>2003-02-01 00:00:00</transaction-date>
      <transaction-type code="IF">Incoming Funds</transaction-type><value>.75</value>
      <provider-org ref="GB-1">DFID</provider-org></transaction>
      <sector code="15137" vocabulary="DAC">Prisons</sector>
      <activity-date type="start-planned">2002-05-01</activity-date>
      <reporting-org ref="GB-CHC-1" type="21">A Charity</reporting-org>
      <iati-identifier>
        GB-CHC-1-9 </iati-identifier></iati-activity>
      """)
    let head = try #require(read.activities.first?.head)
    #expect(head.identifier == "GB-CHC-1-9" && head.title == "Prisons")
    #expect(head.publisherName == "A Charity" && head.sectors?.text == "15137=100")
    #expect(head.start?.description == "2002-05-01")
    let flow = try #require(read.flows.first)
    #expect(flow.type == .incomingFunds && flow.amount.decimal == "0.75" && flow.isByDefault)
    #expect(flow.valueDate == flow.date && flow.provider?.name == "DFID")
  }

  @Test(
    arguments: [
      (transaction("<value>1</value>", type: ""), "type-missing"),
      (transaction("<value>1</value>", type: "<transaction-type code=\"77\"/>"), "type-unknown"),
      (transaction("<value>1</value>", date: ""), "date-missing"),
      (
        transaction("<value>1</value>", date: "<transaction-date iso-date=\"314804\"/>"),
        "date-unreadable"
      ),
      (
        transaction("<value>1</value>", date: "<transaction-date iso-date=\"2003-02-30\"/>"),
        "date-unreadable"
      ),
      (transaction(""), "value-missing"), (transaction("<value/>"), "value-missing"),
      (transaction("<value>1,234.56</value>"), "value-unreadable"),
      (transaction("<value>1e5</value>"), "value-unreadable"),
      (transaction("<value>1<b>0</b></value>"), "value-unclear"),
      (transaction("<value>1</value><value>2</value>"), "value-unclear"),
      (transaction("<value currency=\"XQZ\">1</value>"), "unknown-currency"),
      (transaction("<value>10000000000000.01</value>"), "amount-out-of-range"),
      ("<transaction/>", "type-missing"),
    ])
  func `a transaction that cannot be read is set aside, and the next one is read`(
    text: String, rule: String
  ) throws {
    let read = try ReadIATI(file(text + transaction("<value>5</value>")))
    #expect(read.setAside == [rule])
    #expect(read.summary.setAside.first?.activity == "NO-BRC-971277882-1")
    #expect(read.summary.setAside.first?.line == 2)
    #expect(read.flows.map(\.amount.decimal) == ["5.00"])
    #expect(read.summary.flowsPerType.values.reduce(0, +) == 2)
  }

  @Test func `negative amounts and nothing are amounts, and nothing is turned round`() throws {
    let read = try ReadIATI(
      file(transaction("<value>-5</value>") + transaction("<value>0</value>")))
    #expect(read.flows.map(\.amount.minorUnits) == [-500, 0])
    #expect(read.sums == ["3 NOK": "-5"])
  }

  @Test func `an activity without identifier, and one that stands twice, are set aside whole`()
    throws
  {
    let nameless =
      "<iati-activity>\(transaction("<value currency=\"EUR\">7</value>"))</iati-activity>"
    let known = activity(transaction("<value>5</value>"))
    let read = try ReadIATI("<iati-activities>\(nameless)\(known)\(known)</iati-activities>")
    #expect(read.setAside == ["identifier-missing", "activity-repeated"])
    #expect(read.summary.setAside.map(\.activity) == [nil, "NO-BRC-971277882-1"])
    #expect(read.summary.activities == 3 && read.activities.count == 1)
    // What is set aside is counted, and in the sums.
    #expect(read.sums == ["3 EUR": "7", "3 NOK": "10"])
  }

  @Test func `the parties are compared with the type, and nothing is turned round`() throws {
    let norad = "<provider-org ref=\"NO-BRC-971277882\"/>"
    let other = "<receiver-org ref=\"XX-1\"/>"
    let value = "<value>1</value>"
    for (text, rule) in [
      (
        transaction(value + norad + other, type: "<transaction-type code=\"1\"/>"),
        "provider-reports-incoming"
      ),
      (
        transaction(value + "<provider-org ref=\"XX-1\"/><receiver-org ref=\"NO-BRC-971277882\"/>"),
        "receiver-reports-outgoing"
      ),
      (
        transaction(
          value + "<provider-org ref=\"XX-1\"/>", type: "<transaction-type code=\"12\"/>"),
        "looks-like-incoming-pledge"
      ),
    ] {
      let read = try ReadIATI(file(text))
      #expect(Array(read.summary.warnings.keys) == [rule])
      #expect(read.flows.count == 1 && read.setAside.isEmpty)
    }
  }

  @Test func `regions and countries are one whole, or countries alone are`() throws {
    for (text, shares) in [
      (
        "<recipient-country code=\"KE\" percentage=\"50\"/><recipient-region code=\"298\" percentage=\"50\"/>",
        ReportedShares(text: "KE=50;region:298=50", isWhole: true)
      ),
      (
        "<recipient-country code=\"KE\" percentage=\"100\"/><recipient-region code=\"298\" percentage=\"100\"/>",
        ReportedShares(text: "KE=100", isWhole: true)
      ),
      (
        "<recipient-country code=\"998\"/>", ReportedShares(text: "region:998=100", isWhole: true)
      ),
      (
        "<recipient-country code=\"KE;x=1\"/><recipient-country code=\"UG\"/>",
        ReportedShares(text: "KEX1;UG", isWhole: false)
      ),
    ] {
      #expect(try ReadIATI(file(text)).activities.first?.head.countries == shares)
    }
  }

  @Test func `the containers of those who collect files are read`() throws {
    let read = try ReadIATI(
      """
      <result><ok>True</ok><iati-activities xmlns:iati-extra="e">\
      \(activity("", "iati-extra:version=\"1.05\" xmlns:iati-extra=\"e\""))</iati-activities></result>
      """)
    #expect(read.activities.map(\.head.version) == ["1.05"])
    let organisations = try ReadIATI("<iati-organisations version=\"2.03\"/>")
    #expect(organisations.fault == nil && organisations.summary.warnings["no-activities"] != nil)
  }

  /// Counts and sums as another program computed them, of the files of others that lie beside the
  /// project.
  @Test(.needsSharedFolder) func `files of real publishers have the counts and sums expected`()
    throws
  {
    let folder = try #require(sharedFolder()) + "/iati/files"
    let expected = try #require(
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: URL(fileURLWithPath: folder + "/EXPECTED.json")))
        as? [String: [String: Any]])
    #expect(expected.count > 50)
    for (name, wanted) in expected {
      let read = try ReadIATI(Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
      guard wanted["wellformed"] as? Bool == true else {
        #expect(read.fault?.rule.hasPrefix("xml-") == true, "\(name)")
        continue
      }
      #expect(read.fault == nil, "\(name)")
      #expect(read.summary.activities == wanted["activities"] as? Int, "\(name)")
      #expect(
        read.summary.flowsPerType == wanted["transactions_per_type"] as? [String: Int], "\(name)")
      #expect(read.sums == wanted["sum_per_type_and_currency"] as? [String: String], "\(name)")
      let leftOut = read.summary.setAside.count { $0.isLeftOut }
      let all = read.summary.flowsPerType.values.reduce(0, +)
      #expect(read.flows.count + leftOut <= all + read.summary.activities, "\(name)")
    }
  }
}
