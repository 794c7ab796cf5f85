public import Foundation

/// How a process ended, and what it wrote.
public struct Outcome: Sendable {
  /// The exit status; 128 + signal, as a shell says it, for a process that a signal ended.
  public let status: Int32
  /// The signal that ended the process, if one did.
  public let signal: Int32?
  /// What it wrote to standard output, byte for byte.
  public let outputData: Data
  /// What it wrote to standard error, byte for byte.
  public let errorsData: Data

  /// Standard output as text; bytes that are no UTF-8 are replaced.
  public var output: String { String(decoding: outputData, as: UTF8.self) }
  /// Standard error as text; bytes that are no UTF-8 are replaced.
  public var errors: String { String(decoding: errorsData, as: UTF8.self) }
}

/// What went wrong with running a process; not what the process itself said.
public struct ProcessFailure: Error, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }

  /// A system call failed with this `errno`.
  init(_ doing: String, code: Int32) {
    self.init("\(doing): \(String(cString: strerror(code)))")
  }
}
