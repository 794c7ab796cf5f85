import ArgumentParser
import FundDomain
import FundInterchange
import Plain

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
    try place.stream { whole in
      try books.read { books in try make(books).write { try whole.write($0) } }
    }
  }
}
