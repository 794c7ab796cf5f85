import Crypto
import Foundation
import TestSupport
import Testing

@testable import FundReports

@Suite struct ChartPageTests {
  @Test func `every form of chart is as it was`() {
    expectGolden(ChartSample().html(), "charts.html", filePath: goldenFolder)
  }

  @Test func `a page allows its own stylesheet and no other`() {
    let digest = SHA256.hash(data: Data(Stylesheet.rules.description.utf8))
    #expect(Stylesheet.digest == "sha256-" + Data(digest).base64EncodedString())
  }
}

/// `Golden` stands beside this folder, not in it.
let goldenFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
