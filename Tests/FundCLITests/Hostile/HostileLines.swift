extension HostileFile {
  static let lines: [HostileFile] = [
    HostileFile(
      "lines ended by LF", text(header + "NOR,1,USD,2002-06-28,,a\nNOR,1,USD,2002-06-28,,b\n"),
      gives: ["NOR 100 USD 2002-06-28 a", "NOR 100 USD 2002-06-28 b"]),
    HostileFile(
      "lines ended by CRLF",
      text(
        "donor,amount,currency,on,reference,memo\r\nNOR,1,USD,2002-06-28,,a\r\nNOR,1,USD,2002-06-28,,b\r\n"
      ),
      gives: ["NOR 100 USD 2002-06-28 a", "NOR 100 USD 2002-06-28 b"]),
    HostileFile(
      "lines ended by CR",
      text(
        "donor,amount,currency,on,reference,memo\rNOR,1,USD,2002-06-28,,a\rNOR,1,USD,2002-06-28,,b\r"
      ),
      gives: ["NOR 100 USD 2002-06-28 a", "NOR 100 USD 2002-06-28 b"]),
    HostileFile(
      "mixed line ends",
      text(
        header + "NOR,1,USD,2002-06-28,,a\r\nNOR,1,USD,2002-06-28,,b\rNOR,1,USD,2002-06-28,,c\n"),
      gives: ["NOR 100 USD 2002-06-28 a", "NOR 100 USD 2002-06-28 b", "NOR 100 USD 2002-06-28 c"]),
    HostileFile(
      "blank lines",
      text(header + "\n\nNOR,1,USD,2002-06-28,,a\n\n\r\nNOR,1,USD,2002-06-28,,b\n\n"),
      gives: ["NOR 100 USD 2002-06-28 a", "NOR 100 USD 2002-06-28 b"]),
    HostileFile(
      "a line separator of Unicode", text(header + "NOR,1,USD,2002-06-28,,a\u{2028}b\n"),
      gives: ["text-unclean@2:23"]),
    HostileFile(
      "an unbalanced quote", text(header + "NOR,\"1,USD,2002-06-28,,\nNOR,1,USD,2002-06-28,,"),
      gives: ["unbalanced-quote@2:5"]),
    HostileFile(
      "a quote in a bare field", text(header + "NOR,1,USD,2002-06-28,,a\"b\n"),
      gives: ["quote-in-bare-field@2:24"]),
    HostileFile(
      "doubled quotes", text(header + "NOR,1,USD,2002-06-28,,\"say \"\"yes\"\"\"\n"),
      gives: ["NOR 100 USD 2002-06-28 say \"yes\""]),
    HostileFile(
      "text after a quote", text(header + "NOR,1,USD,2002-06-28,,\"a\"b\n"),
      gives: ["text-after-quote@2:26"]),
    HostileFile(
      "a line end in a field", text(header + "NOR,1,USD,2002-06-28,,\"a\nb\"\n"),
      gives: ["text-unclean@2:23"]),
    HostileFile(
      "a quote with a mark upon it", text(header + "NOR,1,USD,2002-06-28,,\"a\"\u{301}\n"),
      gives: ["text-after-quote@2:26"]),
    HostileFile(
      "a comma with a mark upon it", text(header + "NOR,1,USD,2002-06-28,,\u{301}a\n"),
      gives: ["NOR 100 USD 2002-06-28 ́a"]),
    HostileFile(
      "an amount in quotes", text(header + "NOR,\"1.50\",USD,2002-06-28,,\n"),
      gives: ["NOR 150 USD 2002-06-28"]),
  ]
}
