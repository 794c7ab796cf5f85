import Foundation
public import Testing

/// The folder of real figures and reference data that lies beside the checkout, if there is one:
/// `$CPCJF_SHARED`, else a folder `shared` next to the checkout's own.
///
/// It is no part of the project. A test that needs it says so and is skipped without it:
///
///     @Test(.needsSharedFolder) func `the published figures add up`() throws {
///       let folder = try #require(sharedFolder())
public func sharedFolder() -> String? {
  let given = ProcessInfo.processInfo.environment["CPCJF_SHARED"]
  let path = given ?? folder(of: checkoutFolder) + "/shared"
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
  else { return nil }
  return path
}

extension Trait where Self == ConditionTrait {
  /// Skips the test, with a message, when there is no shared folder.
  public static var needsSharedFolder: Self {
    .enabled(
      if: sharedFolder() != nil,
      "needs the folder 'shared' beside the checkout, or its path in CPCJF_SHARED")
  }
}
