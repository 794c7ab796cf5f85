import Foundation
import TestSupport
import Testing

/// The sessions in Transcripts/, and the one in the README, go as they are written.
struct TranscriptTests {
  @Test(arguments: transcriptNames)
  func `the session goes as it is written`(_ name: String) throws {
    try Transcript(path: transcriptsFolder + "/" + name).expect()
  }

  @Test func `the README's session goes as it is written`() throws {
    let readme = try Transcript(path: checkoutFolder + "/README.md")
    #expect(!readme.steps.isEmpty, "the README shows no session (```console)")
    try readme.expect(links: ["Samples"])
  }

  @Test func `there are sessions to run`() {
    #expect(!transcriptNames.isEmpty)
  }
}

private let transcriptsFolder = checkoutFolder + "/Tests/FundCLITests/Transcripts"

private let transcriptNames: [String] = {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: transcriptsFolder)) ?? []
  return names.filter { $0.hasSuffix(".test") }.sorted()
}()
