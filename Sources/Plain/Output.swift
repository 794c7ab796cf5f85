import Glibc

/// A write that failed: where, and the system's number for why.
public struct OutputError: Error, Hashable, Sendable {
  public let path: String
  public let errno: Int32

  public init(path: String, errno: Int32) {
    self.path = path
    self.errno = errno
  }

  public var message: String {
    "writing to \(path) failed: \(String(cString: strerror(errno)))"
  }
}

/// A buffered writer to a file descriptor whose every write is checked: nothing is lost without
/// an error. SIGPIPE is the program's to ignore; a reader that went away is then an error too.
public final class Output {
  private let descriptor: Int32
  private let path: String
  /// The file that takes its place once it is whole.
  private let target: String?
  private var buffer: [UInt8] = []
  private static let room = 65536

  public init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
    target = nil
  }

  private init(descriptor: Int32, path: String, target: String) {
    self.descriptor = descriptor
    self.path = path
    self.target = target
  }

  /// Opens a file to be written whole: beside it, until `commit` puts it in its place. A device or
  /// FIFO is written directly. Who may read it is the umask's to say.
  public static func file(at path: String) throws(OutputError) -> Output {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      guard status.st_mode & S_IFMT != S_IFDIR else { throw OutputError(path: path, errno: EISDIR) }
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw OutputError(path: path, errno: Glibc.errno) }
      return Output(descriptor: descriptor, path: path)
    }
    let partial = "\(path).partial-\(getpid())"
    let descriptor = open(partial, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw OutputError(path: path, errno: Glibc.errno) }
    return Output(descriptor: descriptor, path: partial, target: path)
  }

  /// Opens a file without a name, to be written whole before anybody reads of it: what is found
  /// wrong at its end was then never said, and a slow reader keeps no ledger open.
  public static func spool() throws(OutputError) -> Output {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/cpcjf-XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw OutputError(path: folder, errno: Glibc.errno) }
    unlink(path)
    return Output(descriptor: descriptor, path: folder)
  }

  /// Hands all that was spooled to another output.
  public func pour(into other: Output) throws(OutputError) {
    try flush()
    defer { close(descriptor) }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw OutputError(path: path, errno: Glibc.errno)
    }
    var chunk = [UInt8](repeating: 0, count: Output.room)
    while true {
      let count = chunk.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress!, $0.count)
      }
      if count < 0 && Glibc.errno == EINTR { continue }
      guard count >= 0 else { throw OutputError(path: path, errno: Glibc.errno) }
      if count == 0 { return }
      other.buffer.append(contentsOf: chunk[..<count])
      try other.flush()
    }
  }

  /// Forgets a file that is not to be.
  public func discard() {
    close(descriptor)
    if target != nil { unlink(path) }
  }

  /// Writes text, sooner or later: `flush` makes sure.
  public func write(_ text: String) throws(OutputError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Output.room { try flush() }
  }

  /// Writes bytes, as text.
  public func write(_ bytes: [UInt8]) throws(OutputError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Output.room { try flush() }
  }

  /// Hands everything written so far to the system.
  public func flush() throws(OutputError) {
    var done = 0
    while done < buffer.count {
      let count = buffer.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + done, $0.count - done)
      }
      if count < 0 && Glibc.errno == EINTR { continue }
      guard count >= 0 else {
        let error = OutputError(path: target ?? path, errno: Glibc.errno)
        buffer.removeAll()
        throw error
      }
      done += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Puts a whole file in its place, on the disk; what stood there before stays until then.
  public func commit() throws(OutputError) {
    do throws(OutputError) {
      try flush()
      guard let target else {
        close(descriptor)
        return
      }
      guard fsync(descriptor) == 0, close(descriptor) == 0, rename(path, target) == 0 else {
        throw OutputError(path: target, errno: Glibc.errno)
      }
    } catch {
      if target != nil { unlink(path) }
      throw error
    }
  }
}
