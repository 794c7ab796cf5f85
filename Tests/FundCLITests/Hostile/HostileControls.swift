extension HostileFile {
  static let controls: [HostileFile] = [
    HostileFile(
      "a NUL", text(header + "NOR,1,USD,2002-06-28,,a\0b\n"),
      gives: ["nul-byte@2:24"]),
    HostileFile(
      "a NUL in an amount", text(header + "NOR,1\0,USD,2002-06-28,,\n"),
      gives: ["nul-byte@2:6"]),
    HostileFile(
      "the end of a DOS file", text(header + "NOR,1,USD,2002-06-28,,a\n\u{1A}"),
      gives: ["control-character@3:1"]),
    HostileFile(
      "a title for the terminal", text(header + "NOR,1,USD,2002-06-28,,\u{1B}]0;x\u{7}\n"),
      gives: ["control-character@2:23"]),
    HostileFile(
      "a terminal wiped", text(header + "NOR,1,USD,2002-06-28,,\u{1B}[2J\n"),
      gives: ["control-character@2:23"]),
    HostileFile(
      "a link for the terminal",
      text(header + "NOR,1,USD,2002-06-28,,\u{1B}]8;;http://x\u{1B}\\\\y\n"),
      gives: ["control-character@2:23"]),
    HostileFile(
      "a clipboard for the terminal",
      text(header + "NOR,1,USD,2002-06-28,,\u{1B}]52;c;eA==\u{7}\n"),
      gives: ["control-character@2:23"]),
    HostileFile(
      "a C1 control", text(header + "NOR,1,USD,2002-06-28,,a\u{9B}2Jb\n"),
      gives: ["text-unclean@2:23"]),
    HostileFile(
      "a delete", text(header + "NOR,1,USD,2002-06-28,,a\u{7F}b\n"),
      gives: ["control-character@2:24"]),
    HostileFile(
      "a tab in a memo", text(header + "NOR,1,USD,2002-06-28,,a\tb\n"),
      gives: ["text-unclean@2:23"]),
  ]
}
