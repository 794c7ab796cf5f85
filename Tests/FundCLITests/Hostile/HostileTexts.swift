extension HostileFile {
  static let texts: [HostileFile] = [
    HostileFile(
      "a memo of a command", text(header + "NOR,1,USD,2002-06-28,,=cmd|' /C calc'!A1\n"),
      gives: ["NOR 100 USD 2002-06-28 =cmd|' /C calc'!A1"]),
    HostileFile(
      "a memo of a function", text(header + "NOR,1,USD,2002-06-28,,@SUM(1)\n"),
      gives: ["NOR 100 USD 2002-06-28 @SUM(1)"]),
    HostileFile(
      "a memo of a sum", text(header + "NOR,1,USD,2002-06-28,,+1+1\n"),
      gives: ["NOR 100 USD 2002-06-28 +1+1"]),
    HostileFile(
      "a memo of a bidi override", text(header + "NOR,1,USD,2002-06-28,,a\u{202E}b\n"),
      gives: ["text-unclean@2:23"]),
    HostileFile(
      "a memo of a zero-width space", text(header + "NOR,1,USD,2002-06-28,,a\u{200B}b\n"),
      gives: ["text-unclean@2:23"]),
    HostileFile(
      "a memo of U+FFFE", text(header + "NOR,1,USD,2002-06-28,,a\u{FFFE}b\n"),
      gives: ["text-unclean@2:23"]),
    HostileFile(
      "a memo of U+FFFD", text(header + "NOR,1,USD,2002-06-28,,a\u{FFFD}b\n"),
      gives: ["text-unclean@2:23"]),
    HostileFile(
      "a memo of a family of emoji",
      text(header + "NOR,1,USD,2002-06-28,,\u{1F468}\u{200D}\u{1F469}\n"),
      gives: ["text-unclean@2:23"]),
    HostileFile(
      "a memo of a script", text(header + "NOR,1,USD,2002-06-28,,<script>alert(1)</script>\n"),
      gives: ["NOR 100 USD 2002-06-28 <script>alert(1)</script>"]),
    HostileFile(
      "a memo of an injection of SQL",
      text(header + "NOR,1,USD,2002-06-28,,'; DROP TABLE entry; --\n"),
      gives: ["NOR 100 USD 2002-06-28 '; DROP TABLE entry; --"]),
    HostileFile(
      "a memo of a path", text(header + "NOR,1,USD,2002-06-28,,../../etc/passwd\n"),
      gives: ["NOR 100 USD 2002-06-28 ../../etc/passwd"]),
    HostileFile(
      "a memo of two blanks", text(header + "NOR,1,USD,2002-06-28,,a  b\n"),
      gives: ["NOR 100 USD 2002-06-28 a  b"]),
    HostileFile(
      "a memo of a remark of ledgers", text(header + "NOR,1,USD,2002-06-28,,a ; b\n"),
      gives: ["NOR 100 USD 2002-06-28 a ; b"]),
    HostileFile(
      "a memo of 4,096 bytes",
      text(header + "NOR,1,USD,2002-06-28,,\(String(repeating: "m", count: 4096))\n"),
      gives: ["NOR 100 USD 2002-06-28 \(String(repeating: "m", count: 4096))"]),
    HostileFile(
      "a memo of 4,097 bytes",
      text(header + "NOR,1,USD,2002-06-28,,\(String(repeating: "m", count: 4097))\n"),
      gives: ["text-too-long@2:23"]),
    HostileFile(
      "a memo that begins with a tab", text(header + "NOR,1,USD,2002-06-28,,\ta\n"),
      gives: ["NOR 100 USD 2002-06-28 a"]),
    HostileFile(
      "an include for ledgers", text(header + "NOR,1,USD,2002-06-28,,\"x\ninclude /etc/passwd\"\n"),
      gives: ["text-unclean@2:23"]),
    HostileFile(
      "a donor with a Cyrillic letter", text(header + "Fr\u{430}nce,1,USD,2002-06-28,,\n"),
      gives: ["unknown-donor@2:1"]),
    HostileFile(
      "a donor with a zero-width space", text(header + "Fra\u{200B}nce,1,USD,2002-06-28,,\n"),
      gives: ["text-unclean@2:1"]),
    HostileFile(
      "a donor in capitals", text(header + "FRANCE,1,USD,2002-06-28,,\n"),
      gives: ["FRA 100 USD 2002-06-28"]),
    HostileFile(
      "a donor between blanks", text(header + "  France  ,1,USD,2002-06-28,,\n"),
      gives: ["FRA 100 USD 2002-06-28"]),
    HostileFile(
      "a donor composed and decomposed", text(header + "Fran\u{63}\u{327}e,1,USD,2002-06-28,,\n"),
      gives: ["FRA 100 USD 2002-06-28"]),
    HostileFile(
      "a donor that is a path", text(header + "../NOR,1,USD,2002-06-28,,\n"),
      gives: ["NOR 100 USD 2002-06-28"]),
    HostileFile(
      "a donor of 4 KiB",
      text(header + "\(String(repeating: "N", count: 4096)),1,USD,2002-06-28,,\n"),
      gives: ["unknown-donor@2:1"]),
  ]
}
