import Foundation

extension Transcript {
  /// What a step answered this time.
  struct Answer {
    let step: Step
    let lines: [String]
    let status: Int32

    var isAsExpected: Bool {
      status == step.status && LinePattern.matches(step.expected, lines)
    }
  }

  /// Runs the steps in order, all of them, in one new folder.
  ///
  /// Each is run by `/bin/sh -c`; the working folder and exported variables carry over to the next.
  ///
  /// - Parameter links: folders of the checkout that the session's folder shows under their name.
  func run(links: [String] = []) throws -> [Answer] {
    try withTemporaryFolder { root in
      let files = FileManager.default
      let work = root + "/work"
      try files.createDirectory(atPath: work, withIntermediateDirectories: false)
      try files.createDirectory(atPath: root + "/bin", withIntermediateDirectories: false)
      try files.createSymbolicLink(
        atPath: root + "/bin/cpcjf", withDestinationPath: Program.path)
      for name in links where files.fileExists(atPath: checkoutFolder + "/" + name) {
        try files.createSymbolicLink(
          atPath: work + "/" + name, withDestinationPath: checkoutFolder + "/" + name)
      }
      return try steps.map { try run($0, in: work, state: root + "/state", root: root) }
    }
  }

  private func run(
    _ step: Step, in folder: String, state: String, root: String
  ) throws -> Answer {
    let script = """
      if [ -e '\(state)' ]; then . '\(state)'; cd "$PWD" || exit; fi
      trap 'exit_status=$?; export -p >"\(state)"; exit $exit_status' EXIT
      \(step.command)
      """
    let shell = try ChildProcess(
      "/bin/sh", ["-c", script], in: folder, environment: environment(root: root),
      combined: true)
    let outcome: Outcome
    do {
      outcome = try shell.wait()
    } catch {
      throw TranscriptError(path: path, line: step.line, "\(error)")
    }
    return Answer(
      step: step, lines: withoutBlankEnd(TestSupport.lines(of: outcome.output)),
      status: outcome.status)
  }

  private func environment(root: String) -> [String: String] {
    var environment = Program.cleanEnvironment
    environment["PATH"] = root + "/bin:" + (environment["PATH"] ?? "/usr/bin:/bin")
    environment["HOME"] = root
    environment["PWD"] = root + "/work"
    environment["CPCJF"] = root + "/bin/cpcjf"
    environment["TZ"] = "UTC"
    environment["LANG"] = "C.UTF-8"
    return environment
  }

  /// The file as it would have to be for these answers.
  ///
  /// Answers that are as expected stay as they are, and so do lines with a `…` in them that
  /// still fit.
  func recorded(_ answers: [Answer]) -> String {
    var lines = lines
    for answer in answers.reversed() where !answer.isAsExpected {
      lines.replaceSubrange(answer.step.answer, with: answer.recorded)
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension Transcript.Answer {
  /// Where this differs from what was expected, for a person to read.
  var difference: String {
    let said = status == step.status ? "" : "exit \(step.status) expected, exit \(status) seen\n"
    guard !LinePattern.matches(step.expected, lines) else { return said }
    return said + LineDiff.text(changes)
  }

  private var changes: [LineDiff.Change] {
    LineDiff.changes(from: step.expected, to: lines) {
      $0 != LinePattern.any && LinePattern.lineMatches($0, $1)
    }
  }

  /// The lines to stand below the command.
  fileprivate var recorded: [String] {
    var recorded: [String] = []
    for change in changes {
      switch change {
      case .missing: break
      case .same(let expected, _): recorded.append(expected)
      case .unexpected(let line): recorded.append(escaped(line, after: recorded.last))
      }
    }
    if let last = recorded.last, exitStatus(last) != nil {
      recorded[recorded.count - 1] = LinePattern.any + last.dropFirst()
    }
    return status == 0 ? recorded : recorded + ["[exit \(status)]"]
  }

  /// A line that would be read as a command or a comment gets a `…` for its first letter.
  private func escaped(_ line: String, after previous: String?) -> String {
    let isRead = line.hasPrefix("$ ") || (isComment(line) && previous.map(isBlank) ?? false)
    return isRead ? LinePattern.any + line.dropFirst() : line
  }
}
