import FundDomain

/// Where money belongs in a breakdown: by its donor, its sub-fund, its year, or shared out over
/// themes, regions and countries by its earmark or its project.
///
/// Money is shared out at one place, the sum for an earmark (or project), sub-fund and year;
/// everything larger is a sum of these, so that every cut of the same money agrees to the cent.
struct Apportioning {
  let dimension: Dimension
  let scheme: RegionScheme
  private let donors: [EntryNumber: Donor]
  private let subFunds: [EntryNumber: SubFund]
  private let projects: [EntryNumber: Project]
  private let projectsByCode: [String: Project]
  private let programmes: [EntryNumber: Programme]

  init(_ books: any Books, by dimension: Dimension, _ scheme: RegionScheme, on day: CalendarDate)
    throws
  {
    self.dimension = dimension
    self.scheme = scheme
    let isOfDonor = [.donor, .donorKind, .donorRegion, .donorCountry].contains(dimension)
    donors = isOfDonor ? try byID(books.donors(on: day), \.id) : [:]
    subFunds = dimension == .subFund ? try byID(books.subFunds(on: day), \.id) : [:]
    let isShared = [.theme, .instrument, .region, .country, .programme].contains(dimension)
    projects = isShared ? try byID(books.projects(on: day), \.id) : [:]
    projectsByCode = Dictionary(
      projects.values.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    programmes = dimension == .programme ? try byID(books.programmes(on: day), \.id) : [:]
  }

  /// The dimensions of a total that decide where it belongs.
  var dimensions: Set<TotalsQuery.Dimension> {
    switch dimension {
    case .donor, .donorKind, .donorRegion, .donorCountry: [.donor]
    case .subFund: []
    case .year: [.year]
    default: [.earmark, .project, .year]
    }
  }

  /// The rows of a sum, with the parts that each takes of it; they add up to it.
  func parts(of total: Total) -> [(row: RowKey, cents: Int64)] {
    let rows = rows(of: total)
    let cents = apportion(total.usd, over: rows.map(\.weight))
    return Array(zip(rows.map(\.row), cents))
  }

  private func rows(of total: Total) -> [Weighted] {
    switch dimension {
    case .donor, .donorKind, .donorRegion, .donorCountry:
      return [Weighted(row: donorRow(total.donor), weight: 1)]
    case .subFund:
      let fund = subFunds[total.subFund]
      return [
        Weighted(
          row: RowKey(fund?.code ?? "-", fund?.title ?? "-", order: Int(total.subFund)), weight: 1)
      ]
    case .year:
      let year = total.year.map(String.init) ?? "-"
      return [Weighted(row: RowKey(year, year), weight: 1)]
    default:
      if let id = total.project, let project = projects[id] { return rows(of: project) }
      if let earmark = total.earmark { return rows(of: earmark) }
      let hasEarmark = total.account.section != .expenditure
      return [Weighted(row: hasEarmark ? .notEarmarked : .none, weight: 1)]
    }
  }

  private func donorRow(_ id: EntryNumber?) -> RowKey {
    guard let donor = id.flatMap({ donors[$0] }) else { return .none }
    switch dimension {
    case .donorKind:
      let order = DonorKind.allCases.firstIndex(of: donor.kind)!
      return RowKey(donor.kind.rawValue, donor.kind.title, order: order)
    case .donorCountry: return donor.country.map(countryRow) ?? .none
    case .donorRegion: return donor.country.flatMap(regionRow) ?? .none
    default: return RowKey(donor.code, donor.name)
    }
  }

  /// An earmark names the dimension itself, or a project that carries it: several values in equal
  /// parts.
  private func rows(of earmark: Earmark) -> [Weighted] {
    let values = named(by: earmark)
    if !values.isEmpty { return values.map { Weighted(row: $0, weight: 1) } }
    let carried = earmark.values(of: .project).compactMap { projectsByCode[$0] }.map(rows)
    guard !carried.isEmpty else { return [Weighted(row: .notEarmarked, weight: 1)] }
    let equal = apportion(1_000_000, over: carried.map { _ in 1 })
    return zip(carried, equal).flatMap { rows, share in
      zip(rows, apportion(share, over: rows.map(\.weight))).map {
        Weighted(row: $0.row, weight: $1)
      }
    }
  }

  private func named(by earmark: Earmark) -> [RowKey] {
    switch dimension {
    case .theme, .instrument:
      earmark.values(of: .theme).compactMap { try? Theme($0) }.map(themeRow)
    case .country: earmark.values(of: .country).compactMap { try? Country($0) }.map(countryRow)
    case .programme:
      earmark.values(of: .programme).map { code in
        RowKey(code, programmes.values.first { $0.code == code }?.title ?? code)
      }
    case .region:
      scheme == .unodc && !earmark.values(of: .region).isEmpty
        ? earmark.values(of: .region).compactMap { try? Region($0, in: .unodc) }.map(row)
        : earmark.values(of: .country).compactMap { try? Country($0) }.compactMap(regionRow)
    default: []
    }
  }

  /// A project's own shares of the dimension.
  func rows(of project: Project) -> [Weighted] {
    switch dimension {
    case .theme, .instrument:
      return project.themes.map { Weighted(row: themeRow($0.theme), weight: $0.share) }
    case .programme:
      let programme = project.programme.flatMap { programmes[$0] }
      return [
        Weighted(row: programme.map { RowKey($0.code, $0.title) } ?? .none, weight: 1)
      ]
    default: break
    }
    switch project.beneficiaries {
    case .global: return [Weighted(row: RowKey("global", "Global", order: 900), weight: 1)]
    case .regional(let region):
      return [Weighted(row: row(region), weight: 1)]
    case .countries(let parts):
      return parts.map { part in
        let row = dimension == .country ? countryRow(part.country) : regionRow(part.country)
        return Weighted(row: row ?? .none, weight: part.share)
      }
    }
  }

  private func themeRow(_ theme: Theme) -> RowKey {
    dimension == .instrument
      ? RowKey(theme.instrument, theme.instrument)
      : RowKey(theme.code, theme.title, order: Theme.all.firstIndex(of: theme) ?? 0)
  }

  private func countryRow(_ country: Country) -> RowKey { RowKey(country.code, country.name) }

  private func regionRow(_ country: Country) -> RowKey? { country.region(in: scheme).map(row) }

  private func row(_ region: Region) -> RowKey {
    RowKey(
      region.key, region.title, order: Region.all(region.scheme).firstIndex(of: region) ?? 0)
  }
}
