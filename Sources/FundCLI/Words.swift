public import ArgumentParser
public import FundDomain
public import FundReports

// The words that flags take.
extension RegionScheme: ExpressibleByArgument {}
extension ProjectList.Grouping: ExpressibleByArgument {}
extension Dimension: ExpressibleByArgument {}
extension Breakdown.Basis: ExpressibleByArgument {}
extension DeliveryReport.Grouping: ExpressibleByArgument {}
