public import Testing

extension Transcript {
  /// Runs the session and records an issue for each answer that differs, at its line.
  ///
  /// With `RECORD_GOLDEN=1` the file is written anew, and the test fails all the same.
  ///
  /// - Parameter links: folders of the checkout that the session's folder shows under their name.
  public func expect(
    links: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let answers = try run(links: links)
    let wrong = answers.filter { !$0.isAsExpected }
    guard !wrong.isEmpty else { return }

    if isRecordingGolden {
      try writeFile(recorded(answers), to: path)
      Issue.record(
        "recorded \(wrong.count) answers of \(path)", sourceLocation: sourceLocation)
      return
    }
    // One wrong answer often makes the next ones wrong: the first few say enough.
    for answer in wrong.prefix(3) {
      Issue.record("\(message(answer))", sourceLocation: sourceLocation)
    }
    if wrong.count > 3 {
      Issue.record(
        "\(path): \(wrong.count - 3) more answers differ", sourceLocation: sourceLocation)
    }
  }

  func message(_ answer: Answer) -> String {
    """
    \(path):\(answer.step.line):
      $ \(answer.step.command)
    \(answer.difference)
    """
  }
}
