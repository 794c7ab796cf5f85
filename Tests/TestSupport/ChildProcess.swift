public import Foundation

/// A process that a test started.
///
/// What it writes goes to files without a name, not to pipes: it can never block, however much
/// it writes and however many run at once, and what is there so far can be read at any time. It
/// has a process group of its own, so that killing it ends what it started as well. A process
/// still running when its last reference goes is killed.
public final class ChildProcess: @unchecked Sendable {
  /// How long a process may run where a test says nothing else.
  public static let usualTimeout: Duration = .seconds(120)

  public let processID: pid_t
  private let name: String
  private let output: NamelessFile
  private let errors: NamelessFile?
  private let lock = NSLock()
  /// What `waitpid` said; nil while it runs. Guarded by the lock, as is every use of the id.
  private var waitStatus: Int32?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - path: of the program; it is not looked for.
  ///   - folder: its working folder.
  ///   - environment: the whole of it.
  ///   - input: standard input; empty when left out.
  ///   - combined: standard error goes where standard output goes, in the order written.
  public init(
    _ path: String, _ arguments: [String], in folder: String, environment: [String: String],
    input: Data? = nil, combined: Bool = false
  ) throws {
    let standardInput = try NamelessFile(holding: input ?? Data())
    let output = try NamelessFile()
    let errors = combined ? nil : try NamelessFile()
    name = ([path.split(separator: "/").last.map(String.init) ?? path] + arguments)
      .joined(separator: " ")
    self.output = output
    self.errors = errors
    processID = try spawn(
      path, arguments, in: folder, environment: environment,
      descriptors: [
        standardInput.descriptor, output.descriptor, (errors ?? output).descriptor,
      ])
  }

  deinit {
    if waitStatus == nil {
      kill(-processID, SIGKILL)
      var status: Int32 = 0
      while waitpid(processID, &status, 0) < 0 && errno == EINTR {}
    }
  }

  /// What it has written to standard output so far.
  public var outputSoFar: String { String(decoding: output.contents, as: UTF8.self) }
  /// What it has written to standard error so far.
  public var errorsSoFar: String {
    String(decoding: errors?.contents ?? Data(), as: UTF8.self)
  }

  public var isRunning: Bool { ended() == nil }

  /// Sends a signal to the process and to what it started; nothing happens when it has ended.
  public func send(_ signal: Int32) {
    lock.withLock {
      if waitStatus == nil { _ = kill(-processID, signal) }
    }
  }

  /// Waits for the process to end.
  ///
  /// - Throws: `ProcessFailure` when it is still running after that time; it is killed first.
  @discardableResult
  public func wait(timeout: Duration = ChildProcess.usualTimeout) throws -> Outcome {
    let deadline = ContinuousClock.now + timeout
    var pause: UInt32 = 200
    while true {
      if let status = ended() { return outcome(status) }
      guard ContinuousClock.now < deadline else { break }
      usleep(pause)
      pause = min(pause * 2, 5_000)
    }
    send(SIGKILL)
    while ended() == nil { usleep(1_000) }
    throw ProcessFailure("'\(name)' was still running after \(timeout), and was killed")
  }

  private func ended() -> Int32? {
    lock.withLock {
      if waitStatus == nil {
        var status: Int32 = 0
        if waitpid(processID, &status, WNOHANG) == processID { waitStatus = status }
      }
      return waitStatus
    }
  }

  private func outcome(_ waitStatus: Int32) -> Outcome {
    let signal = waitStatus & 0x7f
    return Outcome(
      status: signal == 0 ? (waitStatus >> 8) & 0xff : 128 + signal,
      signal: signal == 0 ? nil : signal,
      outputData: output.contents, errorsData: errors?.contents ?? Data())
  }
}
