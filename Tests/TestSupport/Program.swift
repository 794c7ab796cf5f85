public import Foundation

/// The built `cpcjf`, run as a process of its own.
///
///     let outcome = try Program.run(["status"], in: folder)
///     #expect(outcome.status == 0)
public struct Program {
  /// Where the built program lies: `$CPCJF_PROGRAM`, else beside the running test program, else
  /// in the checkout's `.build/debug`.
  public static let path: String = {
    if let given = ProcessInfo.processInfo.environment["CPCJF_PROGRAM"], given != "" {
      let folder = FileManager.default.currentDirectoryPath
      return given.hasPrefix("/") ? given : folder + "/" + given
    }
    let beside = folder(of: CommandLine.arguments[0]) + "/cpcjf"
    if beside.hasPrefix("/"), FileManager.default.isExecutableFile(atPath: beside) {
      return beside
    }
    return checkoutFolder + "/.build/debug/cpcjf"
  }()

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - folder: the working folder.
  ///   - environment: added to the clean one: `PATH`, `HOME` and `CPCJF_USER=tester`.
  ///   - input: standard input; empty when left out.
  ///   - timeout: after that it is killed and the call throws.
  /// - Throws: `ProcessFailure`, when there is no such program or it does not end in time.
  public static func run(
    _ arguments: [String], in folder: String, environment: [String: String] = [:],
    input: Data? = nil, timeout: Duration = ChildProcess.usualTimeout
  ) throws -> Outcome {
    try start(arguments, in: folder, environment: environment, input: input)
      .wait(timeout: timeout)
  }

  /// Starts the program and returns at once, with a handle to wait on or to kill it.
  public static func start(
    _ arguments: [String], in folder: String, environment: [String: String] = [:],
    input: Data? = nil
  ) throws -> ChildProcess {
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw ProcessFailure(
        "there is no program at \(path): build it (swift build), or set CPCJF_PROGRAM")
    }
    return try ChildProcess(
      path, arguments, in: folder,
      environment: cleanEnvironment.merging(environment) { $1 }, input: input)
  }

  /// The environment that every process of the tests starts from.
  public static var cleanEnvironment: [String: String] {
    let all = ProcessInfo.processInfo.environment
    var clean = all.filter { $0.key == "PATH" || $0.key == "HOME" }
    clean["CPCJF_USER"] = "tester"
    return clean
  }
}
