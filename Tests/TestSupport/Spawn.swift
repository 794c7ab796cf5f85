import Foundation

/// Starts a program with these descriptors as its 0, 1 and 2, in a process group of its own, with
/// no signal blocked or ignored. Every other descriptor must be close-on-exec.
func spawn(
  _ path: String, _ arguments: [String], in folder: String, environment: [String: String],
  descriptors: [Int32]
) throws -> pid_t {
  let files = FileManager.default
  var isFolder: ObjCBool = false
  guard files.isExecutableFile(atPath: path) else {
    throw ProcessFailure("there is no program at \(path)")
  }
  guard files.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
    throw ProcessFailure("there is no folder \(folder)")
  }
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
  #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
  #endif
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for (target, descriptor) in descriptors.enumerated() {
    posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
  }

  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var none = sigset_t()
  var all = sigset_t()
  sigemptyset(&none)
  sigfillset(&all)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setsigdefault(&attributes, &all)
  posix_spawnattr_setpgroup(&attributes, 0)
  let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
  posix_spawnattr_setflags(&attributes, Int16(flags))

  // A shell changes the folder and becomes the program: posix_spawn itself cannot everywhere.
  let shell = "/bin/sh"
  let shellArguments = [shell, "-c", #"cd "$0" && exec "$@""#, folder, path] + arguments
  let argumentStrings = CStrings(shellArguments)
  let environmentStrings = CStrings(environment.map { "\($0.key)=\($0.value)" }.sorted())
  var processID: pid_t = 0
  let code = withExtendedLifetime((argumentStrings, environmentStrings)) {
    posix_spawn(
      &processID, shell, &actions, &attributes, argumentStrings.pointers,
      environmentStrings.pointers)
  }
  guard code == 0 else { throw ProcessFailure("cannot start \(path)", code: code) }
  return processID
}

/// Copies of strings as C wants them, with a null at the end.
private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ strings: [String]) { pointers = strings.map { strdup($0) } + [nil] }

  deinit { for pointer in pointers { free(pointer) } }
}

/// An open file that no folder lists: it is gone when the last process that has it open ends.
final class NamelessFile: Sendable {
  let descriptor: Int32

  /// A new file, written to at its end.
  init() throws {
    let path = NSTemporaryDirectory() + "/cpcjf-test-" + UUID().uuidString
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ProcessFailure("cannot make \(path)", code: errno) }
    unlink(path)
  }

  /// A new file with this in it, to be read from its beginning.
  convenience init(holding data: Data) throws {
    try self.init()
    var rest = data[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 else { throw ProcessFailure("cannot write the input", code: errno) }
      rest = rest.dropFirst(written)
    }
    lseek(descriptor, 0, SEEK_SET)
  }

  deinit { close(descriptor) }

  /// All that is in it now; reading moves nobody's place in the file.
  var contents: Data {
    var data = Data()
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = pread(descriptor, &piece, piece.count, off_t(data.count))
      guard count > 0 else { return data }
      data.append(contentsOf: piece[..<count])
    }
  }
}
