import CLibXML2
import FundDomain

/// An XML file read forwards, element by element, in memory that does not grow with it.
///
/// What is not well-formed is refused with its line and column, and so is what could be read in
/// two ways or would cost too much: a document type, an undeclared prefix, a control character,
/// more than 64 elements in one another, 256 attributes of one, 256 namespaces at once, 10,000
/// different names, 64 KiB of one attribute, 1 MiB of one text. Every encoding that the machine knows is read.
final class XMLReader {
  /// What was read: the start of an element, a piece of text, the end of an element, the end of
  /// the file. An empty element has a start and no end.
  enum Event: Int32 {
    case done, start, text, end
  }

  private let reader: OpaquePointer

  /// - Parameter descriptor: of an open file or pipe, which is not closed.
  init(descriptor: Int32) {
    guard let reader = cpcjf_xml_open(descriptor) else { preconditionFailure("no memory") }
    self.reader = reader
  }

  deinit { cpcjf_xml_close(reader) }

  /// Reads on.
  func next() throws(FileFault) -> Event {
    let found = cpcjf_xml_next(reader)
    guard let event = Event(rawValue: found) else { throw fault }
    return event
  }

  /// Passes over what is in the element whose start was just read.
  func skip() throws(FileFault) {
    guard cpcjf_xml_skip(reader) == 0 else { throw fault }
  }

  /// The name of the element with its prefix, where it is: one pointer for each name.
  var namePointer: UnsafePointer<CChar> { cpcjf_xml_name(reader) }
  var name: String { String(cString: namePointer) }
  var isEmpty: Bool { cpcjf_xml_is_empty(reader) != 0 }
  var line: Int { cpcjf_xml_line(reader) }

  /// The piece of text that was read.
  var text: String { String(cString: cpcjf_xml_text(reader)) }

  /// An attribute by its name with its prefix; nil where it is missing or blank.
  func attribute(_ name: StaticString) -> String? {
    let found = name.utf8Start.withMemoryRebound(to: CChar.self, capacity: name.utf8CodeUnitCount) {
      cpcjf_xml_attribute(reader, $0)
    }
    guard let found, found.pointee != 0 else { return nil }
    let text = trimmed(String(cString: found))
    return text.isEmpty ? nil : text
  }

  /// All that stands in the element whose start was just read, without its markup.
  ///
  /// - Returns: the text, and whether elements stand in it.
  func content() throws(FileFault) -> (text: String, hasElements: Bool) {
    guard !isEmpty else { return ("", false) }
    var text = ""
    var hasElements = false
    while true {
      switch try next() {
      case .text: text = text.isEmpty ? self.text : text + self.text
      case .start:
        hasElements = true
        try skip()
      case .end, .done: return (text, hasElements)
      }
    }
  }

  private var fault: FileFault {
    let what = cpcjf_xml_what(reader).pointee
    let message = withUnsafeBytes(of: what.message) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    let (rule, hint) = Self.rule(Int(what.rule))
    return FileFault(
      line: max(1, what.line), column: max(1, what.column), rule: rule, message: message,
      hint: hint)
  }

  private static func rule(_ number: Int) -> (name: String, hint: String?) {
    switch number {
    case CPCJF_XML_NO_LIBRARY: ("no-xml-library", "install the package libxml2")
    case CPCJF_XML_UNREADABLE: ("file-unreadable", nil)
    case CPCJF_XML_DOCTYPE: ("xml-doctype", "take the <!DOCTYPE …> out")
    case CPCJF_XML_ENCODING: ("xml-encoding", "save it as UTF-8")
    case CPCJF_XML_CONTROL: ("xml-control-character", "is it XML at all?")
    case CPCJF_XML_TOO_DEEP: ("xml-too-deep", nil)
    case CPCJF_XML_TOO_MANY_ATTRIBUTES: ("xml-too-many-attributes", nil)
    case CPCJF_XML_NAME_TOO_LONG: ("xml-name-too-long", nil)
    case CPCJF_XML_TOO_MANY_NAMES: ("xml-too-many-names", nil)
    case CPCJF_XML_TOO_MANY_NAMESPACES: ("xml-too-many-namespaces", nil)
    case CPCJF_XML_VALUE_TOO_LONG: ("xml-attribute-too-long", nil)
    case CPCJF_XML_TEXT_TOO_LONG: ("xml-text-too-long", nil)
    default: ("xml-malformed", nil)
    }
  }
}
