import FundReports
import Glibc
import Plain

/// Where the program writes: answers on stdout, everything else on stderr, every write checked.
enum Terminal {
  nonisolated(unsafe) static let output = Output(descriptor: 1, path: "standard output")
  nonisolated(unsafe) static let errors = Output(descriptor: 2, path: "standard error")

  /// Whether this run's answer is JSON, and so its errors too.
  nonisolated(unsafe) static var wantsJSON = false

  /// Says something beside the answer; that it cannot be heard is no fault of the command.
  static func tell(_ text: String) {
    try? errors.write(text)
    try? errors.flush()
  }

  static func warn(_ warnings: [String], quiet: Bool) {
    guard !quiet else { return }
    for warning in warnings { tell("warning: \(legible(warning))\n") }
  }

  static var isTerminal: Bool { isatty(1) == 1 }

  /// The width that tables may take: the terminal's, or any where there is none.
  static var width: Int? {
    if let columns = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }), columns > 20 {
      return columns
    }
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return nil }
    return Int(size.ws_col)
  }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
