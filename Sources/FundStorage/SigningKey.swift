import Crypto
import FoundationEssentials
public import FundDomain
import Glibc

/// An Ed25519 key that signs checkpoints, in a PEM file (PKCS #8) as OpenSSL writes it.
public struct SigningKey: Sendable {
  public let path: String
  /// Whether the file was not there and was made.
  public let isNew: Bool
  private let key: Curve25519.Signing.PrivateKey

  // RFC 8410: what stands before the 32 bytes of an Ed25519 key.
  private static let privatePrefix: [UInt8] = [
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ]
  private static let publicPrefix: [UInt8] = [
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
  ]
  private static let (begin, end) = ("-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----")

  /// The public half, as SubjectPublicKeyInfo in base 64: what stands in a public key's PEM file.
  public var publicKey: String {
    Data(Self.publicPrefix + key.publicKey.rawRepresentation).base64EncodedString()
  }

  /// Reads the key, or makes one where there is no file: for its owner alone, on the disk before
  /// it is used.
  ///
  /// - Parameter ledger: what is signed, which must lie in another folder.
  /// - Throws: `key-beside-ledger`, `key-unreadable`, `key-open-to-others`, `key-not-creatable`.
  public init(at path: String, awayFrom ledger: Ledger) throws(LedgerError) {
    guard !Self.lie(path, beside: ledger.path) else {
      throw LedgerError(
        rule: "key-beside-ledger",
        "the key \(path) would lie in the ledger's folder: who can change the one has the other",
        hint: "keep the key elsewhere and name it with --key FILE")
    }
    self.path = path
    isNew = access(path, F_OK) != 0
    if isNew {
      key = Curve25519.Signing.PrivateKey()
      try Self.write(key, to: path)
    } else {
      key = try Self.read(path)
    }
  }

  private static func read(_ path: String) throws(LedgerError) -> Curve25519.Signing.PrivateKey {
    var status = stat()
    let text =
      stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        && status.st_size < 4096
      ? try? String(contentsOf: URL(filePath: path), encoding: .utf8) : nil
    let base64 = text?.split(whereSeparator: \.isNewline)
      .filter { $0 != begin && $0 != end }.joined()
    guard let bytes = base64.flatMap({ Data(base64Encoded: $0) }),
      bytes.starts(with: privatePrefix),
      let key = try? Curve25519.Signing.PrivateKey(
        rawRepresentation: bytes.dropFirst(privatePrefix.count))
    else {
      throw LedgerError(
        rule: "key-unreadable", "\(path) holds no Ed25519 key that can be read",
        hint: "openssl genpkey -algorithm ed25519 makes one; so does naming a file not there yet")
    }
    guard status.st_mode & (S_IRWXG | S_IRWXO) == 0 else {
      throw LedgerError(
        rule: "key-open-to-others", "others than its owner may use the key \(path)",
        hint: "chmod 600 \(path)")
    }
    return key
  }

  private static func write(
    _ key: Curve25519.Signing.PrivateKey, to path: String
  ) throws(LedgerError) {
    let secret = Data(privatePrefix + key.rawRepresentation).base64EncodedString()
    let bytes = Array("\(begin)\n\(secret)\n\(end)\n".utf8)
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    let isWritten = descriptor >= 0 && Glibc.write(descriptor, bytes, bytes.count) == bytes.count
    let reason = String(cString: strerror(errno))
    if descriptor >= 0 { close(descriptor) }
    guard isWritten, isOnDisk(path), isOnDisk(folder(of: path)) else {
      if descriptor >= 0 { unlink(path) }
      throw LedgerError(
        rule: "key-not-creatable", "the key \(path) cannot be made: \(reason)",
        hint: "name a file in a folder that is there with --key FILE")
    }
  }

  func signature(of statement: String) throws -> String {
    try key.signature(for: Data(statement.utf8)).base64EncodedString()
  }

  /// Whether a signature is of a statement, by the holder of a public key.
  static func isSigned(_ statement: String, _ signature: String, by publicKey: String) -> Bool {
    guard let signature = Data(base64Encoded: signature),
      let bytes = Data(base64Encoded: publicKey), bytes.starts(with: publicPrefix),
      let key = try? Curve25519.Signing.PublicKey(
        rawRepresentation: bytes.dropFirst(publicPrefix.count))
    else { return false }
    return key.isValidSignature(signature, for: Data(statement.utf8))
  }

  /// Whether two files lie in one folder, whatever links lead there.
  private static func lie(_ one: String, beside other: String) -> Bool {
    func place(_ path: String) -> String? {
      guard let real = realpath(folder(of: path), nil) else { return nil }
      defer { free(real) }
      return String(cString: real)
    }
    return place(one) == place(other)
  }
}
