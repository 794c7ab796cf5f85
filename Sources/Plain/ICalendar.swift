/// A calendar of all-day events as RFC 5545 has it.
public struct ICalendar: Sendable {
  /// Something on one day.
  public struct Event: Sendable {
    /// What the event is known by, in every calendar that it is ever written to.
    public let uid: String
    /// The day, `20020630`, and the day after.
    public let day, next: String
    public let summary, description, category: String

    public init(
      uid: String, day: String, next: String, summary: String, description: String,
      category: String
    ) {
      self.uid = uid
      self.day = day
      self.next = next
      self.summary = summary
      self.description = description
      self.category = category
    }
  }

  /// The program that wrote it, `-//owner//program//EN`.
  public let product: String
  public let name: String
  /// The instant of what it tells, `20021231T235959Z`.
  public let stamp: String
  public let events: [Event]

  public init(product: String, name: String, stamp: String, events: [Event]) {
    self.product = product
    self.name = name
    self.stamp = stamp
    self.events = events
  }

  /// The calendar as text: lines that end in CR and LF and have no more than 75 octets.
  public func text() -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:\(escaped(product))", "CALSCALE:GREGORIAN",
      "X-WR-CALNAME:\(escaped(name))",
    ]
    for event in events {
      lines += [
        "BEGIN:VEVENT", "UID:\(escaped(event.uid))", "DTSTAMP:\(stamp)",
        "DTSTART;VALUE=DATE:\(event.day)", "DTEND;VALUE=DATE:\(event.next)",
        "SUMMARY:\(escaped(event.summary))", "DESCRIPTION:\(escaped(event.description))",
        "CATEGORIES:\(escaped(event.category))", "TRANSP:TRANSPARENT", "END:VEVENT",
      ]
    }
    if events.isEmpty { lines += Self.nothing }
    lines.append("END:VCALENDAR")
    return lines.map { folded($0) + "\r\n" }.joined()
  }

  /// A calendar must hold something (RFC 5545, 3.6): where there is no event, what UTC is.
  private static let nothing = [
    "BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE",
  ]
}

/// Text with everything that means something to a calendar escaped (RFC 5545, 3.3.11).
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": result += "\\\\"
    case ";": result += "\\;"
    case ",": result += "\\,"
    case "\n": result += "\\n"
    case "\r": break
    default: result += printable(String(scalar)).replacing("\\", with: "\\\\")
    }
  }
  return result
}

/// A line in pieces of at most 75 octets, none of which splits a letter (RFC 5545, 3.1).
private func folded(_ line: String) -> String {
  var result = ""
  var room = 75
  for scalar in line.unicodeScalars {
    let octets = String(scalar).utf8.count
    if octets > room {
      result += "\r\n "
      // The blank that begins the piece is one of its octets.
      room = 74
    }
    result.unicodeScalars.append(scalar)
    room -= octets
  }
  return result
}
