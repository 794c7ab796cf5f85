/// The names nearest to a text that is none of them: few letters off, or beginning alike; of
/// equally near ones the earlier first.
public func nearest(
  to text: String, among candidates: some Sequence<String>, limit: Int = 3
) -> [String] {
  let wanted = Array(searchKey(text.prefix(64)).utf8)
  guard !wanted.isEmpty else { return [] }
  var found: [(distance: Int, place: Int, name: String)] = []
  for (place, name) in candidates.enumerated() {
    let key = Array(searchKey(name.prefix(64)).utf8)
    guard !key.isEmpty else { continue }
    let isBeginning = wanted.count > 1 && (key.starts(with: wanted) || wanted.starts(with: key))
    // `contribs` begins as `contributions` does, and ends otherwise.
    let shared = zip(wanted, key).prefix { $0 == $1 }.count
    let most = max(1, max(wanted.count, key.count) / 3)
    let isFarLonger = abs(key.count - wanted.count) > most
    if isBeginning || (isFarLonger && shared >= 4 && shared * 3 >= wanted.count * 2) {
      found.append((max(key.count, wanted.count) - shared, place, name))
    } else if !isFarLonger {
      let distance = editDistance(wanted, key)
      if distance <= most { found.append((distance, place, name)) }
    }
  }
  found.sort { ($0.distance, $0.place) < ($1.distance, $1.place) }
  var keys: Set<String> = []
  let names = found.map(\.name).filter { keys.insert(searchKey($0)).inserted }
  return Array(names.prefix(limit))
}

/// "did you mean A, B or C?", or nothing where there are none.
public func didYouMean(_ names: [String]) -> String? {
  guard let last = names.last else { return nil }
  let others = names.dropLast().joined(separator: ", ")
  return "did you mean \(others.isEmpty ? last : "\(others) or \(last)")?"
}

/// How many letters are put in, left out, changed or swapped with a neighbour.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var before: [Int] = []
  var previous = Array(0...right.count)
  for i in 1...left.count {
    var current = [i]
    for j in 1...right.count {
      var cost = min(
        previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
      )
      if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
        cost = min(cost, before[j - 2] + 1)
      }
      current.append(cost)
    }
    (before, previous) = (previous, current)
  }
  return previous[right.count]
}
