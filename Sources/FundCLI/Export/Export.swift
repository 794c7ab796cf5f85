import ArgumentParser
import FundDomain
import FundInterchange

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write what other programs read.",
    subcommands: [
      ExportHledger.self, ExportLedger.self, ExportBeancount.self, ExportJSON.self, ExportIATI.self,
      ExportCEB.self,
    ])
}

/// What every export takes.
struct ExportOptions: ParsableArguments {
  @OptionGroup var books: BooksOptions
  @OptionGroup var place: Destination

  /// Writes what is read from one snapshot, while it is read: all of it or none.
  func write(_ make: (any Books) throws -> some StreamedExport) throws {
    try place.stream { write in try books.read { try make($0).write(to: write) } }
  }
}
