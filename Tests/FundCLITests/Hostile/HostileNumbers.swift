extension HostileFile {
  static let numbers: [HostileFile] = [
    HostileFile(
      "an amount with a comma between thousands",
      text(header + "NOR,\"1,234.56\",USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with points between thousands",
      text(header + "NOR,\"1.234,56\",USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with a blank between thousands",
      text(header + "NOR,\"1 234,56\",USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with a hard blank between thousands",
      text(header + "NOR,\"1\u{A0}234,56\",USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with a narrow blank between thousands",
      text(header + "NOR,\"1\u{202F}234,56\",USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with an apostrophe between thousands",
      text(header + "NOR,1'234.56,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with parentheses", text(header + "NOR,(123),USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with a minus and zeros", text(header + "NOR,-0.00,USD,2002-06-28,,\n"),
      gives: ["amount-not-positive@2:5"]),
    HostileFile(
      "an amount with a minus", text(header + "NOR,-5,USD,2002-06-28,,\n"),
      gives: ["amount-not-positive@2:5"]),
    HostileFile(
      "an amount with a plus", text(header + "NOR,+5,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with an exponent", text(header + "NOR,1e5,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with Excel's exponent", text(header + "NOR,\"1,5E+05\",USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with hexadecimal digits", text(header + "NOR,0x10,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with NaN", text(header + "NOR,NaN,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with Infinity", text(header + "NOR,Infinity,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with Arabic digits", text(header + "NOR,٣٤,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with digits of full width", text(header + "NOR,１２,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with letters after digits", text(header + "NOR,12abc,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with a dash", text(header + "NOR,-,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with nothing in it", text(header + "NOR,,USD,2002-06-28,,\n"),
      gives: ["field-missing@2:5"]),
    HostileFile(
      "an amount with more digits than a machine counts",
      text(header + "NOR,9223372036854775807.99,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with 400 digits",
      text(header + "NOR,\(String(repeating: "9", count: 400)),USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with three decimals", text(header + "NOR,1.005,USD,2002-06-28,,\n"),
      gives: ["amount-decimals@2:5"]),
    HostileFile(
      "an amount with a point and nothing", text(header + "NOR,1.,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with nothing and a point", text(header + "NOR,.5,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with two points", text(header + "NOR,1.2.3,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with zeros before", text(header + "NOR,000012.30,USD,2002-06-28,,\n"),
      gives: ["NOR 1230 USD 2002-06-28"]),
    HostileFile(
      "an amount with a currency sign", text(header + "NOR,$5,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with a per cent", text(header + "NOR,5%,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with all the digits that there may be",
      text(header + "NOR,10000000000000.00,USD,2002-06-28,,\n"),
      gives: ["NOR 1000000000000000 USD 2002-06-28"]),
    HostileFile(
      "an amount with a cent more than there may be",
      text(header + "NOR,10000000000000.01,USD,2002-06-28,,\n"),
      gives: ["amount-out-of-range@2:5"]),
    HostileFile(
      "an amount with a blank within", text(header + "NOR,1 2,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with a hard blank after", text(header + "NOR,5\u{A0},USD,2002-06-28,,\n"),
      gives: ["NOR 500 USD 2002-06-28"]),
    HostileFile(
      "an amount with a minus of Unicode", text(header + "NOR,\u{2212}5,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with a minus behind", text(header + "NOR,5-,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with an error of Excel", text(header + "NOR,#REF!,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "an amount with a formula", text(header + "NOR,=2+3,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@2:5"]),
    HostileFile(
      "decimals for yen", text(header + "NOR,1.0,JPY,2002-06-28,,\n"),
      gives: ["amount-decimals@2:5"]),
    HostileFile(
      "three decimals for dinars", text(header + "NOR,1.234,KWD,2002-06-28,,\n"),
      gives: ["NOR 1234 KWD 2002-06-28"]),
    HostileFile(
      "four decimals for dinars", text(header + "NOR,1.2345,KWD,2002-06-28,,\n"),
      gives: ["amount-decimals@2:5"]),
    HostileFile(
      "a currency in small letters", text(header + "NOR,1,usd,2002-06-28,,\n"),
      gives: ["NOR 100 USD 2002-06-28"]),
    HostileFile(
      "a currency that is none", text(header + "NOR,1,US$,2002-06-28,,\n"),
      gives: ["unknown-currency@2:7"]),
    HostileFile(
      "an amount worth less than half a cent", text(header + "NOR,0.03,NOK,2002-06-28,,\n"),
      gives: ["amount-too-small@2:5"]),
  ]
}
