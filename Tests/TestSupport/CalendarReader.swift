/// Reads iCalendar text as RFC 5545 says it, and takes nothing that it does not.
public enum CalendarReader {
  public struct Fault: Error, CustomStringConvertible {
    public let description: String
  }

  /// The properties of every event, by name without parameters, text unescaped.
  public static func read(_ text: String) throws -> [[String: String]] {
    let lines = try unfolded(text)
    guard lines.first == "BEGIN:VCALENDAR", lines.last == "END:VCALENDAR" else {
      throw Fault(description: "it is no VCALENDAR")
    }
    var open: [String] = []
    var events: [[String: String]] = []
    var known: Set<String> = []
    var components = 0
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else {
        throw Fault(description: "no colon: \(line)")
      }
      let name = String(line[..<colon].prefix { $0 != ";" })
      let value = String(line[line.index(after: colon)...])
      guard name.utf8.allSatisfy({ 65...90 ~= $0 || $0 == 45 || 48...57 ~= $0 }), !name.isEmpty
      else { throw Fault(description: "no name: \(line)") }
      switch name {
      case "BEGIN":
        open.append(value)
        if open.count == 2 { components += 1 }
        if value == "VEVENT" { events.append([:]) }
      case "END":
        guard open.popLast() == value else { throw Fault(description: "END:\(value)") }
        if value == "VEVENT" { try require(events[events.count - 1], &known) }
      default:
        if open.last == "VEVENT" {
          let isText = ["UID", "SUMMARY", "DESCRIPTION", "CATEGORIES"].contains(name)
          guard
            events[events.count - 1].updateValue(
              isText ? try unescaped(value) : value, forKey: name) == nil
          else { throw Fault(description: "\(name) stands twice") }
        }
      }
    }
    for needed in ["VERSION:2.0", "PRODID:"] where !lines.contains(where: { $0.hasPrefix(needed) })
    {
      throw Fault(description: "there is no \(needed)")
    }
    guard open.isEmpty, components > 0 else { throw Fault(description: "nothing is in it") }
    return events
  }

  /// Content lines: each ends in CR and LF, is of 75 octets at most, and goes on after a blank.
  private static func unfolded(_ text: String) throws -> [String] {
    var pieces: [[UInt8]] = [[]]
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      if byte == 13 {
        guard bytes.popFirst() == 10 else { throw Fault(description: "CR without LF") }
        pieces.append([])
      } else {
        guard byte != 10 else { throw Fault(description: "LF without CR") }
        pieces[pieces.count - 1].append(byte)
      }
    }
    guard pieces.popLast() == [] else { throw Fault(description: "the last line has no end") }
    var lines: [[UInt8]] = []
    for piece in pieces {
      guard piece.count <= 75, String(validating: piece, as: UTF8.self) != nil else {
        throw Fault(description: "a line of \(piece.count) octets, or half a letter")
      }
      if piece.first == 32 {
        guard !lines.isEmpty else { throw Fault(description: "nothing goes on") }
        lines[lines.count - 1] += piece.dropFirst()
      } else {
        lines.append(piece)
      }
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func unescaped(_ value: String) throws -> String {
    var result = ""
    var scalars = value.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "\\" else {
        guard scalar != ";", scalar != ",", scalar.value >= 32 else {
          throw Fault(description: "\(scalar) stands bare in \(value)")
        }
        result.unicodeScalars.append(scalar)
        continue
      }
      switch scalars.next() {
      case "n", "N": result += "\n"
      case let next? where next == "\\" || next == ";" || next == ",":
        result.unicodeScalars.append(next)
      default: throw Fault(description: "a backslash before nothing in \(value)")
      }
    }
    return result
  }

  private static func require(_ event: [String: String], _ known: inout Set<String>) throws {
    guard let uid = event["UID"], known.insert(uid).inserted else {
      throw Fault(description: "an event without a UID of its own")
    }
    guard event["DTSTAMP"]?.wholeMatch(of: /\d{8}T\d{6}Z/) != nil,
      let day = event["DTSTART"], day.wholeMatch(of: /\d{8}/) != nil,
      event["DTEND"].map({ $0 > day }) ?? true
    else { throw Fault(description: "an event without its days: \(event)") }
  }
}
