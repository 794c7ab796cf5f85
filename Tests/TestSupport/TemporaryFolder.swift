import Foundation

/// A new, empty folder, removed with all that is in it when this object goes.
///
/// Where the object has no natural owner, ``withTemporaryFolder(_:)`` is safer.
public final class TemporaryFolder: Sendable {
  /// The absolute path, without symbolic links and without a slash at its end.
  public let path: String

  public init() throws {
    let name = "cpcjf-test-" + UUID().uuidString.lowercased()
    let parent = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    let folder = parent.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    path = folder.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of a file in this folder.
  public func file(_ name: String) -> String { path + "/" + name }
}

/// Runs the body with the path of a new, empty folder, which is removed afterwards.
public func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = try TemporaryFolder()
  return try withExtendedLifetime(folder) { try body(folder.path) }
}
