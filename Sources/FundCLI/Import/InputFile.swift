import FundDomain
import Glibc

/// A file that is read: a regular one, a pipe, or standard input, which is called `-`.
enum InputFile {
  /// More than this is not held in memory: a pipe that never ends is not waited for.
  private static let most = 128 << 20

  static func bytes(of path: String) throws -> [UInt8] {
    try open(path) { try bytes(of: path, from: $0) }
  }

  /// Opens a file for whoever reads it piece by piece.
  static func open<Result>(_ path: String, _ body: (Int32) throws -> Result) throws -> Result {
    let descriptor = path == "-" ? dup(0) : try opened(path)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { close(descriptor) }
    return try body(descriptor)
  }

  /// Opens a file; to look what it is must not wait for whoever writes to a pipe.
  private static func opened(_ path: String) throws -> Int32 {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw unreadable(path) }
    var status = stat()
    let kind = fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT : 0
    if kind == S_IFREG { return descriptor }
    close(descriptor)
    guard kind == S_IFIFO else {
      throw LedgerError(
        rule: "no-file", "\(path) is neither a regular file nor a pipe",
        hint: "name a file, or - for standard input")
    }
    return Glibc.open(path, O_RDONLY | O_CLOEXEC)
  }

  private static func bytes(of path: String, from descriptor: Int32) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      guard status.st_size <= most else { throw tooLarge(path) }
      bytes.reserveCapacity(Int(status.st_size) + 1)
    }
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &room, room.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(path) }
      if count == 0 { return bytes }
      bytes += room[..<count]
      guard bytes.count <= most else { throw tooLarge(path) }
    }
  }

  private static func tooLarge(_ path: String) -> LedgerError {
    LedgerError(
      rule: "file-too-large", "\(path) is larger than 128 MiB",
      hint: "divide it into several files")
  }

  private static func unreadable(_ path: String) -> LedgerError {
    let rule =
      switch errno {
      case ENOENT: "no-file"
      case EACCES, EPERM: "file-not-readable"
      default: "file-unreadable"
      }
    return LedgerError(rule: rule, "\(path) cannot be read: \(String(cString: strerror(errno)))")
  }
}
