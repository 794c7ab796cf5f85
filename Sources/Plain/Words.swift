extension String {
  /// A name that programs read, as people do: "Paid in full" for `paid-in-full`.
  public var inWords: String { replacing("-", with: " ").capitalizedFirst }

  /// The same text with a capital first letter.
  public var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// A name as a key of JSON: `subFunds` for `sub-funds` and `sub_funds`.
  public var camelCase: String {
    let words = split(whereSeparator: { $0 == "-" || $0 == "_" })
    return ([String(words.first ?? "")] + words.dropFirst().map { String($0).capitalizedFirst })
      .joined()
  }
}
