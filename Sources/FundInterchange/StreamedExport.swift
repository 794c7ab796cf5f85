/// What another system reads: written while it is read from books that are open, and never held
/// whole.
public protocol StreamedExport {
  func write(to write: (String) throws -> Void) throws
}
