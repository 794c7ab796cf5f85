import FundDomain
import FundInterchange
import Testing

@Suite struct FTSFileTests {
  private static let flat =
    "date,description,amountUSD,srcOrganization,srcOrganizationTypes,destPlanCode,destOrganization,destLocations,destProjectCode,contributionType,status,originalAmount,originalCurrency,exchangeRate,id,refCode,updatedAt\n"
    + "#date,#description,#value,#org,#org,#x,#org,#country,#x,#x,#status,#v,#c,#fx,#id,#code,#d\n"

  private func read(
    _ text: String
  ) throws -> (activities: [ReadActivity], summary: ReferenceSummary, faults: [FileFault]) {
    var file = FTSFile(bytes: Array(text.utf8))
    var activities: [ReadActivity] = []
    try file.activities { activities.append($0) }
    return (activities, file.summary, file.faults)
  }

  @Test func `a flow is read with its original amount, and the tags of HXL are no flow`() throws {
    let read = try read(
      Self.flat
        + "2020-12-07,Against trafficking,2654006,\"Germany, Government of\",\"Government,National government\",HAFG17,UNODC,\"AFG,IRN\",AFGK59,financial,commitment,2221403,EUR,0.837,224913,2020.1877.8,2020-12-08\n"
    )
    #expect(read.faults.isEmpty && read.summary.setAside.isEmpty && read.summary.warnings.isEmpty)
    let activity = try #require(read.activities.first)
    #expect(activity.head.publisher == "OCHA-FTS" && activity.head.identifier == "224913")
    #expect(activity.head.ownNumber == "AFGK59" && activity.head.parent == "HAFG17")
    #expect(activity.head.countries == ReportedShares(text: "AFG;IRN", isWhole: false))
    let flow = try #require(activity.flows.first)
    #expect(flow.type == .outgoingCommitment && flow.amount.description == "2221403.00 EUR")
    #expect(flow.provider?.name == "Germany, Government of" && flow.provider?.kind == "10")
    #expect(flow.receiver?.name == "UNODC" && flow.reference == "2020.1877.8")
    #expect(read.summary.sums.mapValues(\.description) == ["2 EUR": "2221403"])
  }

  @Test func `lists within a field are read`() throws {
    let read = try read(
      "id,amountUSD,date,status,originalAmount,originalCurrency,exchangeRate,sourceObjects,destinationObjects\n"
        + "7,100,2021-04-30T00:00:00Z,paid,,,,\"[{'type': 'Organization', 'id': '1', 'name': 'Germany, Government of', 'x': []}, {'type': 'Location', 'name': 'Germany'}]\",\"[{'type': 'Organization', 'name': \"\"Children's Fund\"\"}, {'type': 'Location', 'name': 'South Sudan'}]\"\n"
    )
    let activity = try #require(read.activities.first)
    let flow = try #require(activity.flows.first)
    #expect(
      flow.provider?.name == "Germany, Government of" && flow.receiver?.name == "Children's Fund")
    #expect(flow.amount == Money.usd(10_000) && flow.date.description == "2021-04-30")
    #expect(activity.head.countries?.text == "SSD=100")
  }

  @Test func `a rate that is dollars per unit is warned of`() throws {
    let line = "2020-12-07,,2654006,A,,,B,,,,paid,2221403,EUR,%,1,,\n"
    for (rate, warnings) in [("0.837", 0), ("1.195", 1), ("", 0)] {
      let read = try read(Self.flat + line.replacing("%", with: rate))
      #expect(read.summary.warnings.count == warnings, "\(rate)")
      #expect(read.activities.first?.flows.count == 1)
    }
  }

  @Test func `flows of one number are one activity, and what cannot be read is set aside`() throws {
    let read = try read(
      Self.flat + "2020-12-07,,5,A,,,B,,,,paid,,,,1,,\n" + "2020-12-08,,6,A,,,B,,,,paid,,,,1,,\n"
        + "2020-12-08,,6,A,,,B,,,,promised,,,,2,,\n" + "2020-13-08,,6,A,,,B,,,,paid,,,,3,,\n"
        + "2020-12-08,,,A,,,B,,,,paid,,,,4,,\n" + "2020-12-08,,6,A,,,B,,,,paid,,,,,,\n")
    #expect(read.activities.map { $0.flows.count } == [2, 0, 0, 0])
    #expect(
      read.summary.setAside.map(\.rule)
        == ["identifier-missing", "type-unknown", "date-unreadable", "value-missing"])
    #expect(read.summary.sums.mapValues(\.description) == ["3 USD": "17", "none USD": "6"])
  }

  @Test func `another file is refused`() throws {
    #expect(try read("donor,amount\nNOR,5\n").faults.map(\.rule) == ["missing-column"])
    #expect(try read("id,date,amountUSD,status\n").faults.map(\.rule) == ["missing-column"])
    #expect(try read("").faults.map(\.rule) == ["empty-file"])
  }
}
