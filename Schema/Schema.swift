/// The migrations of a ledger's tables, oldest first; each is applied once, in its own version.
public enum Schema {
  /// `PRAGMA application_id` of a ledger: the bytes of "CPCF".
  public static let applicationID: Int32 = 0x4350_4346

  /// One step of the schema.
  public struct Migration: Sendable {
    /// `PRAGMA user_version` after it.
    public let version: Int32
    public let sql: String
  }

  public static let migrations = [
    Migration(
      version: 1, sql: String(decoding: PackageResources.v001_ledger_sql, as: UTF8.self))
  ]

  /// The newest version that this program knows.
  public static let newest: Int32 = 1
}
