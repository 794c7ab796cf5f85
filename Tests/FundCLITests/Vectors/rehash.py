"""Hashes the entries of an exported ledger again, by nothing but the published form.

The bytes of an entry are "cpcjf/1" and its rows: the batch's, the entry's, its facts', its lines'.
A row is its table's name, the number of its fields, and each field's name and value; a name is
preceded by its length in one byte. An integer is 1 and eight bytes, the highest first; a text is
2, its length in four bytes and its UTF-8. The hash is SHA-256 of the hash before and these bytes.

    rehash.py LEDGER.json    prints the number of entries that agree, and the last hash
"""
import hashlib, json, re, sys


def snake(name):
    return re.sub(r"[A-Z]", lambda letter: "_" + letter[0].lower(), name)


def short(name):
    return bytes([len(name)]) + name.encode()


def row(table, fields):
    out = short(table) + bytes([len(fields)])
    for name, value in fields.items():
        out += short(snake(name))
        if isinstance(value, int):
            out += b"\x01" + value.to_bytes(8, "big", signed=True)
        else:
            text = value.encode()
            out += b"\x02" + len(text).to_bytes(4, "big") + text
    return out


before = bytes(32)
count = 0
for entry in json.load(open(sys.argv[1]))["chain"]:
    wanted = entry.pop("hash")
    body = b"cpcjf/1"
    for table, rows in entry.items():
        for fields in rows if isinstance(rows, list) else [rows]:
            body += row(snake(table), fields)
    before = hashlib.sha256(before + body).digest()
    if before.hex() != wanted:
        sys.exit(f"entry {count + 1} hashes to {before.hex()}, not {wanted}")
    count += 1
print(count, before.hex())
