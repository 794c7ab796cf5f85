import Foundation

extension Program {
  /// The program's commands that do something, each as its words: `["cpcjf", "list", "donors"]`.
  public static func commands(in folder: String) throws -> [[String]] {
    try tree(in: folder).leaves
  }

  /// The program's whole command line, as it describes itself.
  public static func tree(in folder: String) throws -> CommandTree {
    let dump = try run(["--experimental-dump-help"], in: folder)
    return try JSONDecoder().decode(CommandTree.Dump.self, from: dump.outputData).command
  }
}

/// A command of the program, with those below it.
public struct CommandTree: Decodable, Sendable {
  struct Dump: Decodable { let command: CommandTree }

  /// What a command takes: a flag, an option with a value, or an argument by its place.
  public struct Argument: Decodable, Sendable {
    public struct Name: Decodable, Sendable {
      public let kind: String
      public let name: String
      /// As it is written: `--format`, `-o`.
      public var spelling: String { (kind == "long" ? "--" : "-") + name }
    }

    public let kind: String
    public let names: [Name]?
    public let isOptional: Bool
    public let isRepeating: Bool
    public let valueName: String?
  }

  public let commandName: String
  public let abstract: String?
  public let discussion: String?
  public let arguments: [Argument]?
  public let subcommands: [CommandTree]?

  /// The commands below it, but for the help that every one has.
  public var parts: [CommandTree] { (subcommands ?? []).filter { $0.commandName != "help" } }

  var leaves: [[String]] {
    parts.isEmpty ? [[commandName]] : parts.flatMap { $0.leaves.map { [commandName] + $0 } }
  }
}
