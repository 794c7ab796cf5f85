import Foundation
import FundDomain
import FundInterchange
import TestSupport
import Testing

/// XML that means harm, or was harmed: each with its one outcome. None is read otherwise than it
/// says, none takes long.
@Suite struct HostileXMLTests {
  /// An IATI file whose only value is put in: `3 NOK` is what it comes to.
  private static func value(_ text: String, _ before: String = "") -> String {
    before + file(transaction("<value>\(text)</value>"))
  }

  private static func times(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  private static func numbered(_ count: Int, _ text: (Int) -> String) -> String {
    (0..<count).map(text).joined(separator: " ")
  }

  private static let laughs =
    "<!DOCTYPE a [<!ENTITY l0 \"lol\">"
    + numbered(9) { "<!ENTITY l\($0 + 1) \"\(times("&l\($0);", 10))\">" } + "]><a>&l9;</a>"

  private static let declared = "<?xml version=\"1.0\"?>"

  /// A fault is written as its rule and its place, what is read as its sum.
  private static let texts: [(name: String, text: String, outcome: String)] = [
    ("empty", "", "xml-malformed 1:1"),
    ("blank", " \n ", "xml-malformed 1:1"),
    ("no XML", "donor,amount\n", "xml-malformed 1:1"),
    (
      "entity within", declared + "<!DOCTYPE a [<!ENTITY x \"42\">]><a>1&x;00</a>",
      "xml-doctype 1:24"
    ),
    (
      "entity from a file", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
      "xml-doctype 1:3"
    ),
    ("document type from a file", "<!DOCTYPE a SYSTEM \"file:///e.dtd\"><a/>", "xml-doctype 1:3"),
    (
      "document type of the public", "\n <!DOCTYPE html PUBLIC \"-//W3C\" \"http://x\"><a/>",
      "xml-doctype 2:4"
    ),
    (
      "parameter entity", "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///e\"> %p;]><a/>",
      "xml-doctype 1:3"
    ),
    ("attributes by default", "<!DOCTYPE a [<!ATTLIST a b CDATA \"c\">]><a/>", "xml-doctype 1:3"),
    ("a billion laughs", laughs, "xml-doctype 1:3"),
    (
      "quadratic blow-up",
      "<!DOCTYPE a [<!ENTITY q \"\(times("A", 50_000))\">]><a>\(times("&q;", 4000))</a>",
      "xml-doctype 1:3"
    ),
    ("document type in a comment", value("5", "<!-- <!DOCTYPE a> -->"), "3 NOK 5"),
    ("document type after a short comment", "<!----><!DOCTYPE a><a/>", "xml-doctype 1:10"),
    ("an entity that nothing declares", value("1&x;00"), "xml-malformed 2:277"),
    (
      "a hundred thousand attributes", "<a \(numbered(100_000) { "b\($0)=\"1\"" })/>",
      "xml-too-many-attributes 1:2203"
    ),
    (
      "twenty thousand namespaces", "<a \(numbered(20_000) { "xmlns:b\($0)=\"u:\($0)\"" })/>",
      "xml-too-many-attributes 1:4659"
    ),
    (
      "thirty thousand names", "<r>\(numbered(30_000) { "<e\($0)/>" })</r>",
      "xml-too-many-names 1:88891"
    ),
    (
      "thirty thousand names of attributes", "<r>\(numbered(30_000) { "<e a\($0)=\"\"/>" })</r>",
      "xml-too-many-names 1:138874"
    ),
    (
      "thirty thousand identifiers", "<r>\(numbered(30_000) { "<e xml:id=\"i\($0)\"/>" })</r>",
      "xml-too-many-names 1:198850"
    ),
    (
      "thirty thousand namespaces, one by one",
      "<r>\(numbered(30_000) { "<e xmlns=\"u:\($0)\"/>" })</r>", "xml-too-many-names 1:198850"
    ),
    (
      "thirty thousand times one namespace",
      "<r>\(numbered(30_000) { "<e xmlns=\"u\" a=\"\($0)\"/>" })</r>", "not-iati 1:1"
    ),
    (
      "four hundred namespaces at once",
      "<a \(numbered(200) { "xmlns:a\($0)=\"u\"" })><b \(numbered(200) { "xmlns:b\($0)=\"u\"" })>",
      "xml-too-many-namespaces 1:3681"
    ),
    (
      "six hundred namespaces, never all at once",
      "<r>" + times("<b \(numbered(200) { "xmlns:b\($0)=\"u\"" })/>", 3) + "</r>", "not-iati 1:1"
    ),
    ("64 deep", times("<a>", 64) + times("</a>", 64), "not-iati 1:1"),
    ("65 deep", times("<a>", 65) + times("</a>", 65), "xml-too-deep 1:195"),
    ("a million deep", times("<a>", 1_000_000), "xml-too-deep 1:195"),
    (
      "eleven million letters", "<a>" + times("x", 11_000_000) + "</a>",
      "xml-text-too-long 1:1048580"
    ),
    ("a megabyte in pieces", "<a>" + times("x<!-- -->", 200_000) + "</a>", "not-iati 1:1"),
    ("a long attribute", "<a b=\"\(times("x", 11_000_000))\"/>", "xml-attribute-too-long 1:65543"),
    ("a long comment", "<a><!--\(times("x", 11_000_000))--></a>", "xml-text-too-long 1:1048583"),
    ("a long CDATA", "<a><![CDATA[\(times("x", 11_000_000))]]></a>", "xml-text-too-long 1:1048583"),
    ("a long instruction", "<a><?p \(times("x", 11_000_000))?></a>", "xml-text-too-long 1:1048581"),
    ("a long name", "<\(times("a", 60_000))/>", "xml-name-too-long 1:258"),
    ("a long name of an attribute", "<a \(times("b", 60_000))=\"\"/>", "xml-name-too-long 1:260"),
    ("a million elements", "<r>" + times("<t>1</t>", 1_000_000) + "</r>", "not-iati 1:1"),
    (
      "an encoding of nobody", "<?xml version=\"1.0\" encoding=\"KLINGON\"?><a/>",
      "xml-encoding 1:1"
    ),
    ("UTF-16 that is none", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>", "xml-encoding 1:1"),
    ("UTF-7", "<?xml version=\"1.0\" encoding=\"UTF-7\"?><a>+ADw-b+AD4-</a>", "xml-malformed 1:49"),
    (
      "Latin-1 that is UTF-8",
      value("5", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><!-- é -->"), "3 NOK 5"
    ),
    ("NUL", "<a>x\0y</a>", "xml-control-character 1:5"),
    ("escape", "<a>\u{1B}[2J</a>", "xml-control-character 1:4"),
    ("a reference to NUL", "<a>x&#0;y</a>", "xml-malformed 1:9"),
    ("a reference beyond Unicode", "<a>&#x110000;</a>", "xml-malformed 1:14"),
    ("a reference to half a character", "<a>&#xD800;</a>", "xml-malformed 1:12"),
    ("an attribute twice", "<a b=\"1\" b=\"2\"/>", "xml-malformed 1:15"),
    (
      "an attribute twice by two prefixes", "<a xmlns:x=\"u\" xmlns:y=\"u\" x:b=\"1\" y:b=\"2\"/>",
      "xml-malformed 1:43"
    ),
    ("a prefix that nothing declares", "<x:a/>", "xml-malformed 1:5"),
    ("a prefix of an attribute that nothing declares", "<a x:b=\"1\"/>", "xml-malformed 1:11"),
    ("another meaning of xml:", "<a xmlns:xml=\"u\"/>", "xml-malformed 1:17"),
    (
      "a prefix that takes another's name",
      value("5").replacing("<value>", with: "<value xmlns:xsi=\"u\">"), "3 NOK 5"
    ),
    ("a number with a comment in it", value("10<!-- -->00"), "3 NOK 1000"),
    ("a number with CDATA in it", value("10<![CDATA[00]]>5"), "3 NOK 10005"),
    ("a number with an instruction in it", value("10<?x y?>00"), "3 NOK 1000"),
    ("a number in references", value("10&#46;50&#x35;"), "3 NOK 10.505"),
    ("a number turned round", value("\u{202E}001"), "set aside value-unreadable"),
    ("an element in a number", value("10<b>00</b>"), "set aside value-unclear"),
    ("cut off", "<a><b>12", "xml-malformed 1:9"),
    (
      "cut off in a tag", "<iati-activities><iati-activity default-currency=\"US",
      "xml-malformed 1:53"
    ),
    ("something after the end", "<a/>junk", "xml-malformed 1:5"),
    ("two roots", "<a/><b/>", "xml-malformed 1:5"),
    ("tags that cross", "<a><b></a></b>", "xml-malformed 1:11"),
    ("another tongue", "<html><body/></html>", "not-iati 1:1"),
    ("a mark and a declaration", value("5", "\u{FEFF}" + declared), "3 NOK 5"),
    ("lines that end in CR alone", value("5").replacing("\n", with: "\r"), "3 NOK 5"),
    ("a fault after lines that end in CR", "<a>\r\r\n<b></a>", "xml-malformed 3:8"),
    (
      "more transactions than one activity has", file(times("<transaction/>", 200_001)),
      "activity-too-large 2:1"
    ),
  ]

  private func outcome(_ read: ReadIATI) -> String {
    if let fault = read.fault { return "\(fault.rule) \(fault.line):\(fault.column)" }
    if let item = read.summary.setAside.first { return "set aside \(item.rule)" }
    return read.sums.map { "\($0) \($1)" }.joined()
  }

  private func expect(_ bytes: Data, _ wanted: String, _ name: String) throws {
    let clock = ContinuousClock()
    var read: ReadIATI?
    let taken = try clock.measure { read = try ReadIATI(bytes) }
    let found = try outcome(#require(read))
    #expect(found == wanted, "\(name): \(found), \(read?.fault?.message ?? "")")
    #expect(taken < .seconds(10), "\(name) took \(taken) of a program built to be looked into")
  }

  @Test func `each has its one outcome`() throws {
    for (name, text, wanted) in Self.texts { try expect(Data(text.utf8), wanted, name) }
  }

  @Test func `every encoding says the same`() throws {
    for (name, encoding) in [
      ("UTF-16", String.Encoding.utf16), ("UTF-16", .utf16LittleEndian),
      ("UTF-16", .utf16BigEndian), ("UTF-32", .utf32LittleEndian), ("UTF-32", .utf32BigEndian),
      ("ISO-8859-1", .isoLatin1), ("windows-1252", .windowsCP1252), ("utf-8", .utf8),
    ] {
      let text = Self.value("1234", "<?xml version='1.0' encoding='\(name)'?><!-- é -->")
      try expect(try #require(text.data(using: encoding)), "3 NOK 1234", "\(name) \(encoding)")
    }
  }

  @Test func `bytes that are not of the encoding are refused where they stand`() throws {
    for (head, bytes) in [
      ("", [0xE9]), ("", [0xC0, 0x80]), ("", [0xED, 0xA0, 0x80]), ("", [0xF5, 0x80, 0x80, 0x80]),
      ("<?xml version='1.0' encoding='UTF-8'?>", [0xFF]),
      ("<?xml version='1.0' encoding='EUC-JP'?>", [0xFF, 0xFF]),
    ] as [(String, [UInt8])] {
      let text = Data((head + "<a>\nxy").utf8) + Data(bytes) + Data("</a>".utf8)
      let fault = try #require(try ReadIATI(text).fault)
      #expect(
        ["xml-malformed", "xml-encoding"].contains(fault.rule) && fault.line == 2, "\(bytes)")
    }
  }

  @Test func `a file that is cut off anywhere is refused`() throws {
    let whole = Data(
      file("<title><narrative>Æ</narrative></title>" + transaction("<value>5</value>")).utf8)
    #expect(try outcome(ReadIATI(whole)) == "3 NOK 5")
    for end in 0..<whole.count {
      let fault = try ReadIATI(whole.prefix(end)).fault
      #expect(fault?.rule == "xml-malformed", "cut off at \(end): \(fault?.rule ?? "read")")
    }
  }
}
