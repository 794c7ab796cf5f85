import Foundation
public import Testing

/// Compares a text with `Golden/<name>` beside the test file, byte for byte.
///
/// With `RECORD_GOLDEN=1` a text that differs is written there instead, and the test fails all
/// the same, so that nobody records without looking.
public func expectGolden(
  _ text: String, _ name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let path = folder(of: filePath) + "/Golden/" + name
  if let fault = goldenFault(text, path: path, isRecording: isRecordingGolden) {
    Issue.record("\(fault)", sourceLocation: sourceLocation)
  }
}

/// A page, or what holds none, without the look that is one for all pages.
public func withoutLook(_ text: String) -> String {
  text.replacing(/sha256-[A-Za-z0-9+\/=]+/, with: "sha256-DIGEST")
    .replacing(/<style>[^<]*<\/style>/, with: "<style>STYLE</style>")
}

/// What a test says of a text that is not what the file holds, or nil.
func goldenFault(_ text: String, path: String, isRecording: Bool) -> String? {
  let recorded = FileManager.default.contents(atPath: path)
  if let recorded, recorded == Data(text.utf8) { return nil }

  if isRecording {
    do {
      try writeFile(text, to: path)
      return "recorded \(path)"
    } catch {
      return "cannot record \(path): \(error)"
    }
  }
  guard let recorded else { return "there is no \(path); RECORD_GOLDEN=1 writes it" }
  return """
    this is not what \(path) says (RECORD_GOLDEN=1 writes it anew):
    \(difference(String(decoding: recorded, as: UTF8.self), text))
    """
}

/// Where two texts differ, line by line; they may differ in what lines do not show.
private func difference(_ expected: String, _ actual: String) -> String {
  let old = lines(of: expected)
  let new = lines(of: actual)
  if old.elementsEqual(new, by: { $0.utf8.elementsEqual($1.utf8) }) {
    return "the line feed at the end, or bytes that are no UTF-8"
  }
  return LineDiff.text(
    LineDiff.changes(from: old, to: new) { $0.utf8.elementsEqual($1.utf8) })
}

/// Writes a file whole, and the folder that it lies in when there is none.
func writeFile(_ text: String, to path: String) throws {
  try FileManager.default.createDirectory(
    atPath: folder(of: path), withIntermediateDirectories: true)
  try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
}
