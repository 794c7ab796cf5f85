import Foundation

/// The folder of this checkout, where Package.swift lies.
public let checkoutFolder: String = folder(of: folder(of: folder(of: #filePath)))

/// Whether expected files are to be written anew instead of compared with: `RECORD_GOLDEN=1`.
public let isRecordingGolden: Bool = {
  let value = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] ?? ""
  return value != "" && value != "0"
}()

/// The path of the folder that a path lies in.
func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
