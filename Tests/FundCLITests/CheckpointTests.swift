import Foundation
import TestSupport
import Testing

/// A checkpoint's signature by another program, and a restore among writers.
@Suite(.serialized) struct CheckpointTests {
  private func run(_ arguments: [String], in folder: String) throws -> String {
    let outcome = try Program.run(arguments, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  private func shell(_ script: String, in folder: String) throws -> Outcome {
    try ChildProcess(
      "/bin/sh", ["-c", script, Program.path], in: folder, environment: Program.cleanEnvironment
    ).wait()
  }

  @Test func `OpenSSL makes the key, and verifies what is signed with it`() throws {
    try withTemporaryFolder { folder in
      guard try shell("command -v openssl", in: folder).status == 0 else {
        print("There is no openssl: a checkpoint's signature is not checked by it.")
        return
      }
      _ = try run(["init", "--ledger", "fund.sqlite"], in: folder)
      let outcome = try shell(
        """
        set -e
        mkdir -m 700 keys
        openssl genpkey -algorithm ed25519 -out keys/key.pem
        openssl pkey -in keys/key.pem -pubout -out public.pem
        "$0" checkpoint --key keys/key.pem -o point.txt
        head -6 point.txt > signed.txt
        sed -n 's/^signature: //p' point.txt | base64 -d > signature.bin
        openssl pkeyutl -verify -pubin -inkey public.pem -rawin -in signed.txt -sigfile signature.bin
        "$0" verify --since point.txt --signer "$(sed -n 2p public.pem)"
        """, in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("Signature Verified Successfully"))
    }
  }

  /// What was answered stands in the ledger that was replaced or in the one that replaced it; who
  /// was in between is refused, and nobody is told yes for nothing.
  @Test func `a restore while eight write loses nothing that was answered`() throws {
    try withTemporaryFolder { folder in
      _ = try run(["init"], in: folder)
      _ = try run(["add", "donor", "NOR", "Norway", "--kind", "state"], in: folder)
      _ = try run(["backup", "backup.sqlite"], in: folder)
      let loop = """
        for i in 1 2 3 4 5 6; do
          "$0" record contribution --donor NOR --amount "1 USD" --on 2002-06-28 --reference "$1-$i" \
            > answer-$1-$i 2> error-$1-$i || { grep -q ledger-replaced error-$1-$i || exit 1; }
        done
        """
      let writers = try (1...8).map { number in
        try ChildProcess(
          "/bin/sh", ["-c", loop, Program.path, "\(number)"], in: folder,
          environment: Program.cleanEnvironment)
      }
      for _ in 1...2 {
        Thread.sleep(forTimeInterval: 0.3)
        _ = try run(["restore", "backup.sqlite", "--replace"], in: folder)
      }
      for writer in writers { #expect(try writer.wait().status == 0) }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      var recorded: Set<String> = []
      for ledger in ["fund.sqlite", "fund.sqlite.replaced-1", "fund.sqlite.replaced-2"] {
        #expect(try run(["verify", "--ledger", ledger], in: folder).hasPrefix("ok: "))
        let list = try run(
          ["list", "contributions", "--format", "csv", "--ledger", ledger], in: folder)
        recorded.formUnion(
          list.split(separator: "\n").flatMap { $0.split(separator: ",").map(String.init) })
      }
      var answered = 0
      for name in names where name.hasPrefix("answer-") {
        let answer = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        guard !answer.isEmpty else { continue }
        answered += 1
        #expect(recorded.contains(String(name.dropFirst("answer-".count))), "\(name)")
      }
      #expect(answered > 0)
      #expect(!names.contains { $0.contains(".restoring-") })
    }
  }
}
