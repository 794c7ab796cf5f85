import Foundation
import FundDomain
import TestSupport
import Testing

@testable import FundInterchange

/// Whatever the Fund's own lists may put into a publication stands on IATI's lists.
@Suite struct IATICodeListTests {
  /// The codes of one of IATI's lists.
  private func codes(_ list: String) throws -> Set<String> {
    let path = try #require(sharedFolder()) + "/iati/codelists/\(list).csv"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
    return Set(lines.dropFirst().map { String($0.prefix { $0 != "," }) })
  }

  @Test(.needsSharedFolder) func `every country of the Fund's years is on the list`() throws {
    let listed = try codes("Country")
    let begun = try CalendarDate("1997-01-01")
    let countries = Country.all.filter { $0.until ?? .last >= begun }
    #expect(countries.filter { !listed.contains($0.alpha2) }.map(\.code) == [])
  }

  @Test(.needsSharedFolder) func `every theme has a purpose that is on the list`() throws {
    let listed = try codes("Sector")
    for theme in Theme.all {
      #expect(listed.contains(theme.purposeCodes.first ?? "99810"), "\(theme)")
    }
  }

  @Test(.needsSharedFolder) func `every region is on the list`() throws {
    let listed = try codes("Region")
    let regions = Region.all(.unodc).map(\.key)
    for (key, code) in dacRegions {
      #expect(regions.contains(key))
      #expect(listed.contains(code), "\(key)")
    }
    #expect(listed.contains("998"))
  }

  @Test(.needsSharedFolder) func `every marker, status and kind of donor is on the list`() throws {
    let markers = try codes("PolicyMarker")
    #expect(PolicyMarker.allCases.compactMap(\.iatiCode).allSatisfy { markers.contains("\($0)") })
    let statuses = try codes("ActivityStatus")
    #expect(ProjectStatus.allCases.allSatisfy { statuses.contains($0.iatiCode) })
    let types = try codes("OrganisationType")
    for kind in DonorKind.allCases {
      #expect(types.contains(kind.iatiType(in: nil)), "\(kind)")
    }
  }

  @Test(.needsSharedFolder) func `every earmarking has the category of its modality`() throws {
    let path = try #require(sharedFolder()) + "/iati/codelists/EarmarkingModality.csv"
    var categories: [Character: Int] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
      .dropFirst()
    {
      let fields = line.replacing(/"[^"]*"/, with: "").split(
        separator: ",", omittingEmptySubsequences: false)
      categories[try #require(fields[0].first)] = Int(fields[2])
    }
    for earmark in [
      nil, "theme:corruption", "region:africa", "programme:P", "country:EGY", "project:P",
      "theme:corruption;country:EGY",
    ] {
      for subFund in ["GP", "SP", "CA"] {
        for isInKind in [false, true] {
          let codes = EarmarkCodes(
            of: earmark.flatMap { Earmark(kept: $0) }, in: subFund, isInKind: isInKind)
          #expect(codes.category == codes.modality.flatMap { categories[$0] })
        }
      }
    }
  }
}
