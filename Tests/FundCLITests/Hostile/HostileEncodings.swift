extension HostileFile {
  static let encodings: [HostileFile] = [
    HostileFile(
      "UTF-8", text(header + "NOR,1,USD,2002-06-28,,Norvège"),
      gives: ["NOR 100 USD 2002-06-28 Norvège"]),
    HostileFile(
      "UTF-8 with a mark",
      text("\u{FEFF}donor,amount,currency,on,reference,memo\nNOR,1,USD,2002-06-28,,x"),
      gives: ["NOR 100 USD 2002-06-28 x"]),
    HostileFile(
      "UTF-16, little-endian", utf16(header + "NOR,1,USD,2002-06-28,,Norvège 😀", mark: true),
      gives: ["not-utf8@1:1"]),
    HostileFile(
      "UTF-16, big-endian", utf16(header + "NOR,1,USD,2002-06-28,,Norvège", mark: true, big: true),
      gives: ["not-utf8@1:1"]),
    HostileFile(
      "UTF-16 without a mark", utf16(header + "NOR,1,USD,2002-06-28,,x"),
      gives: ["nul-byte@1:2"]),
    HostileFile(
      "UTF-16, big-endian, without a mark", utf16(header + "NOR,1,USD,2002-06-28,,x", big: true),
      gives: ["nul-byte@1:1"]),
    HostileFile(
      "UTF-32", [0xFF, 0xFE, 0, 0, 0x64, 0, 0, 0],
      gives: ["not-utf8@1:1"]),
    HostileFile(
      "Latin-1", text(header + "NOR,1,USD,2002-06-28,,Norv") + [0xE8, 0x67, 0x65],
      gives: ["not-utf8@2:27"]),
    HostileFile(
      "UTF-16, little-endian of a spreadsheet",
      utf16(header + "NOR,1,USD,2002-06-28,,Norvège 😀", mark: true), flags: ["--spreadsheet"],
      gives: ["NOR 100 USD 2002-06-28 Norvège 😀"]),
    HostileFile(
      "UTF-16, big-endian of a spreadsheet",
      utf16(header + "NOR,1,USD,2002-06-28,,Norvège", mark: true, big: true),
      flags: ["--spreadsheet"],
      gives: ["NOR 100 USD 2002-06-28 Norvège"]),
    HostileFile(
      "UTF-16 without a mark of a spreadsheet", utf16(header + "NOR,1,USD,2002-06-28,,x"),
      flags: ["--spreadsheet"],
      gives: ["NOR 100 USD 2002-06-28 x"]),
    HostileFile(
      "UTF-16, big-endian, without a mark of a spreadsheet",
      utf16(header + "NOR,1,USD,2002-06-28,,x", big: true), flags: ["--spreadsheet"],
      gives: ["NOR 100 USD 2002-06-28 x"]),
    HostileFile(
      "UTF-32 of a spreadsheet", [0xFF, 0xFE, 0, 0, 0x64, 0, 0, 0], flags: ["--spreadsheet"],
      gives: ["not-utf8@1:1"]),
    HostileFile(
      "Latin-1 of a spreadsheet", text(header + "NOR,1,USD,2002-06-28,,Norv") + [0xE8, 0x67, 0x65],
      flags: ["--spreadsheet"],
      gives: ["not-utf8@2:27"]),
    HostileFile(
      "UTF-16 cut within a character",
      utf16(header + "NOR,1,USD,2002-06-28,,x", mark: true) + [0x41], flags: ["--spreadsheet"],
      gives: ["not-utf16@2:24"]),
    HostileFile(
      "half of a UTF-16 pair",
      utf16(header + "NOR,1,USD,2002-06-28,,", mark: true) + [0x3D, 0xD8, 0x41, 0],
      flags: ["--spreadsheet"],
      gives: ["not-utf16@2:23"]),
    HostileFile(
      "Windows-1252 by a mapping",
      text(header + "NOR,1,USD,2002-06-28,,Norv") + [0xE8, 0x67, 0x65, 0x20, 0x80],
      flags: ["--mapping", "ansi.map"],
      gives: ["NOR 100 USD 2002-06-28 Norvège €"]),
    HostileFile(
      "a byte that Windows-1252 lacks", text(header + "NOR,1,USD,2002-06-28,,") + [0x81],
      flags: ["--mapping", "ansi.map"],
      gives: ["not-windows-1252@2:23"]),
    HostileFile(
      "Shift-JIS", text(header + "NOR,1,USD,2002-06-28,,") + [0x93, 0xFA, 0x96, 0x7B],
      gives: ["not-utf8@2:23"]),
    HostileFile(
      "an overlong form", text(header + "NOR,1,USD,2002-06-28,,") + [0xC0, 0x80],
      gives: ["not-utf8@2:23"]),
    HostileFile(
      "a surrogate in UTF-8", text(header + "NOR,1,USD,2002-06-28,,") + [0xED, 0xA0, 0x80],
      gives: ["not-utf8@2:23"]),
    HostileFile(
      "a byte of no encoding", text(header + "NOR,1,USD,2002-06-28,,") + [0xF5],
      gives: ["not-utf8@2:23"]),
    HostileFile(
      "a lone FF", text(header + "NOR,1,USD,2002-06-28,,") + [0xFF],
      gives: ["not-utf8@2:23"]),
    HostileFile(
      "a sequence cut at the end", text(header + "NOR,1,USD,2002-06-28,,") + [0xE2, 0x82],
      gives: ["not-utf8@2:23"]),
    HostileFile(
      "UTF-8 and Latin-1 mixed",
      text(header + "NOR,1,USD,2002-06-28,,") + [0xC3, 0xA8, 0xE8, 0x20],
      gives: ["not-utf8@2:24"]),
  ]
}
