import Markup
import Plain
import Testing

@Suite struct NodeTests {
  @Test func `a document reads the same as HTML and as XML`() {
    let page = Node.element(
      .html, [.lang: "en"],
      [
        .element(.head, [:], [.element(.meta, [.charset: "utf-8"]), .stylesheet("p > a {}")]),
        .element(.body, [:], [.element(.p, [.class: nil, .id: "a"], ["1 < 2 & \"3\""])]),
      ])
    #expect(
      page.document().joined() == """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <style>p > a {}</style>
        </head>
        <body>
        <p id="a">1 &lt; 2 &amp; &quot;3&quot;</p>
        </body>
        </html>

        """)
  }

  @Test func `a document is cut at its gaps`() {
    let page = Node.element(
      .div, [:], [.element(.p, [:], ["a"]), .gap, .element(.ul, [:], [.gap])])
    #expect(page.written() == ["<div>\n<p>a</p>\n", "\n<ul>\n", "\n</ul>\n</div>"])
  }

  @Test func `text and values of attributes are never markup`() {
    let hostile = "</p><script>alert('1')</script>\" onclick=\"x"
    let shown = "&lt;/p&gt;&lt;script&gt;alert('1')&lt;/script&gt;&quot; onclick=&quot;x"
    let node = Node.element(.p, [.id: hostile], [.text(hostile), "\(hostile)"])
    #expect(
      node.document().joined() == "<!DOCTYPE html>\n<p id=\"\(shown)\">\(shown)\(shown)</p>\n")
  }

  @Test func `every character is shown as on a terminal, or is text`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), value < 0xFFFE || value > 0xFFFF else { continue }
      let text = String(Character(scalar))
      let expected: String =
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        default: printable(text)
        }
      let written = Node.text(text).written().joined()
      guard written != expected else { continue }
      Issue.record("U+\(String(value, radix: 16)): \(written)")
    }
  }

  @Test func `what is no character in XML is made visible`() {
    #expect(Node.text("a\u{FFFE}\u{FFFF}").written() == ["a\\u{FFFE}\\u{FFFF}"])
  }

  @Test func `nothing that can be made runs or loads anything`() {
    let tags: Set = ["script", "iframe", "object", "embed", "link", "img", "form", "use"]
    #expect(Tag.allCases.allSatisfy { !tags.contains($0.rawValue) })
    #expect(
      Attribute.allCases.allSatisfy {
        !$0.rawValue.hasPrefix("on") && !["src", "style", "action"].contains($0.rawValue)
      })
  }

  @Test func `a link leads to another part of its page, and nowhere else`() async {
    let link = Node.element(.a, [.href: "#chapter-1"], ["1"])
    #expect(link.written() == ["<a href=\"#chapter-1\">1</a>"])
    await #expect(processExitsWith: .failure) {
      _ = Node.element(.a, [.href: "javascript:alert(1)"], ["1"]).written()
    }
  }
}
