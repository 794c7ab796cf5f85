/// What a name is looked up by: lower case, letters and digits only, marks dropped, so that
/// `FS/NIR/01/R16` is found as `fsnir01r16` and `Côte d'Ivoire` as `cotedivoire`.
public func searchKey(_ text: some StringProtocol) -> String { folded(text) { _ in false } }

/// What two names have in common that are one: case, marks, blanks and the signs that codes and
/// names are written with or without, `. , - _ / ' ( )` and their like, make no other name of it.
/// Any other sign does: `+1+1` is not `=1+1`.
public func nameKey(_ text: some StringProtocol) -> String { folded(text, keeping: carriesMeaning) }

/// Letters and digits without case and marks, and of other characters those that are to be kept.
private func folded(
  _ text: some StringProtocol, keeping isKept: (Unicode.Scalar) -> Bool
) -> String {
  var key: [UInt8] = []
  key.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: key.append(UInt8(scalar.value))
    case 0x41...0x5A: key.append(UInt8(scalar.value + 32))
    default:
      if scalar.isASCII {
        if isKept(scalar) { key.append(UInt8(scalar.value)) }
      } else if let plain = plainLetters[scalar] {
        key += plain.utf8
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        key += scalar.properties.lowercaseMapping.utf8
      } else if isKept(scalar) {
        key += String(scalar).utf8
      }
    }
  }
  return String(decoding: key, as: UTF8.self)
}

private func carriesMeaning(_ scalar: Unicode.Scalar) -> Bool {
  // The hyphen and the control characters are the others of ASCII that do not.
  if scalar.isASCII {
    return scalar.value > 0x20 && scalar.value != 0x7F
      && !".,_/'()-".unicodeScalars.contains(scalar)
  }
  if ".,_/'()".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace { return false }
  return switch scalar.properties.generalCategory {
  case .dashPunctuation, .initialPunctuation, .finalPunctuation, .nonspacingMark, .enclosingMark,
    .format, .control:
    false
  default: true
  }
}

/// Latin letters with marks, and what is left of them without.
private let plainLetters: [Unicode.Scalar: String] = {
  let table = """
    a àáâãäåāăąǎǻạảấầẩẫậắằẳẵặÀÁÂÃÄÅĀĂĄǍǺẠẢẤẦẨẪẬẮẰẲẴẶ
    c çćĉċčÇĆĈĊČ
    d ďđðĎĐÐ
    e èéêëēĕėęěẹẻẽếềểễệÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆ
    g ĝğġģĜĞĠĢ
    h ĥħĤĦ
    i ìíîïĩīĭįıǐỉịÌÍÎÏĨĪĬĮİǏỈỊ
    j ĵĴ
    k ķĶ
    l ĺļľŀłĹĻĽĿŁ
    n ñńņňŉÑŃŅŇ
    o òóôõöøōŏőơǒọỏốồổỗộớờởỡợÒÓÔÕÖØŌŎŐƠǑỌỎỐỒỔỖỘỚỜỞỠỢ
    r ŕŗřŔŖŘ
    s śŝşšșŚŜŞŠȘ
    t ţťŧțŢŤŦȚ
    u ùúûüũūŭůűųưǔụủứừửữựÙÚÛÜŨŪŬŮŰŲƯǓỤỦỨỪỬỮỰ
    w ŵŴ
    y ýÿŷỳỵỷỹÝŸŶỲỴỶỸ
    z źżžŹŻŽ
    ss ßẞ
    ae æÆ
    oe œŒ
    th þÞ
    """
  var letters: [Unicode.Scalar: String] = [:]
  for line in table.split(separator: "\n") {
    let parts = line.split(separator: " ")
    for scalar in parts[1].unicodeScalars { letters[scalar] = String(parts[0]) }
  }
  return letters
}()
