import Foundation
import TestSupport
import Testing

@Suite struct HelpTests {
  /// Every command that does something shows how, with an example that begins with the command.
  @Test func `every command has an example`() throws {
    let dump = try Program.run(["--experimental-dump-help"], in: "/")
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(dump.output.utf8)) as? [String: Any])
    var examined = 0
    func examine(_ command: [String: Any], _ path: [String]) throws {
      let name = try #require(command["commandName"] as? String)
      let path = path + [name]
      let parts = command["subcommands"] as? [[String: Any]] ?? []
      for part in parts where part["commandName"] as? String != "help" { try examine(part, path) }
      guard parts.isEmpty else { return }
      examined += 1
      let discussion = command["discussion"] as? String ?? ""
      #expect(discussion.contains(path.joined(separator: " ")), "\(path.joined(separator: " "))")
    }
    try examine(try #require(root["command"] as? [String: Any]), [])
    #expect(examined > 25)
  }
}
