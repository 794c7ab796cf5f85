import Foundation
import Testing

@testable import TestSupport

/// The comparison with expected files, on itself.
struct GoldenTests {
  @Test func `the same text passes, another and a missing file do not`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/Golden/a.txt"
      func fault(_ text: String, isRecording: Bool = false) -> String? {
        goldenFault(text, path: path, isRecording: isRecording)
      }
      #expect(fault("one\ntwo\n") == "there is no \(path); RECORD_GOLDEN=1 writes it")
      #expect(fault("one\ntwo\n", isRecording: true) == "recorded \(path)")
      expectGolden("one\ntwo\n", "a.txt", filePath: folder + "/SomeTests.swift")
      #expect(fault("one\ntwo\n", isRecording: true) == nil)
      #expect(fault("one\n2\n")?.hasSuffix(":\n  one\n- two\n+ 2") == true)
      #expect(fault("one\ntwo")?.contains("the line feed at the end") == true)
    }
  }

  @Test func `a temporary folder is gone afterwards`() throws {
    let path = try withTemporaryFolder { folder in
      #expect(FileManager.default.fileExists(atPath: folder))
      return folder
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(.needsSharedFolder) func `the shared folder is found`() throws {
    let folder = try #require(sharedFolder())
    #expect(try !FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }
}
