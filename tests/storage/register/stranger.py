#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""stranger.py KEYFILE FILE: checks a seal, a checkpoint or a proof. Written from docs/formats.md and the documents that
it names, with nothing but Python's standard library, so that the formats are shown to need no more than that."""
import base64
import hashlib
import json
import re
import sys


class Bad(Exception):
    pass


def need(condition, what):
    if not condition:
        raise Bad(what)


# Ed25519 (RFC 8032 section 5.1)
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def recover_x(y, sign):
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    need((x * x - x2) % P == 0 and y < P and not (x == 0 and sign), "point")
    return P - x if x & 1 != sign else x


def add(a, b):
    x1, y1, z1, t1 = a
    x2, y2, z2, t2 = b
    p, q = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    r, s = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    e, f, g, h = q - p, s - r, s + r, q + p
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(n, point):
    result = (0, 1, 1, 0)
    while n:
        if n & 1:
            result = add(result, point)
        point, n = add(point, point), n >> 1
    return result


def decompress(data):
    n = int.from_bytes(data, "little")
    y, sign = n & (2**255 - 1), n >> 255
    x = recover_x(y, sign)
    return x, y, 1, x * y % P


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (recover_x(BASE_Y, 0), BASE_Y, 1, recover_x(BASE_Y, 0) * BASE_Y % P)


def check_signature(key, message, signature):
    s = int.from_bytes(signature[32:], "little")
    need(len(signature) == 64 and s < L, "signature")
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = multiply(s, BASE), add(decompress(signature[:32]), multiply(k, decompress(key)))
    need((left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0,
         "signature")


# What docs/formats.md says
def sha256(data):
    return hashlib.sha256(data).digest()


def from_base64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        raise Bad("base64")
    need(base64.b64encode(data).decode() == text, "base64")
    return data


def parse_key(text):
    name, key_id, data = text.strip().split("+", 2)
    data = from_base64(data)
    need(len(data) == 33 and data[0] == 1, "key")
    need(sha256(name.encode() + b"\n" + data)[:4].hex() == key_id, "key id")
    return name, bytes.fromhex(key_id), data[1:]


LEAF = re.compile(r'\{"agent":"[0-9A-HJKMNP-TV-Z]{8}","at":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z","digest":"[0-9a-f]{64}",'
                  r'"index":(0|[1-9]\d{0,15}),"kind":"[a-z.-]{1,40}","station":"[0-9A-HJKMNP-TV-Z]{2}","v":1\}')


def parse_leaf(data):
    need(LEAF.fullmatch(data.decode("ascii", "replace")), "leaf")
    return json.loads(data)


def leaf_hash(data):
    return sha256(b"\0" + data)


def node_hash(left, right):
    return sha256(b"\1" + left + right)


def parse_core(data):
    need(len(data) <= 400, "core")
    core = json.loads(data)
    written = json.dumps(core, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    need(written.encode() == data and isinstance(core, dict), "core")
    return core


def check_seal(text, key):
    name, key_id, public = key
    alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*+./:"
    text = re.sub(r"[\t-\r ]", "", text).upper()
    need(text.startswith("GUICHET1:"), "form")
    text, data = text[9:], b""
    for i in range(0, len(text), 3):
        group = text[i:i + 3]
        need(len(group) > 1 and all(c in alphabet for c in group), "form")
        n = sum(alphabet.index(c) * 41**place for place, c in enumerate(group))
        need(n < 256**(len(group) - 1), "form")
        data += n.to_bytes(len(group) - 1, "big")
    need(len(data) > 5 + 2 + 32 + 2 + 64 and data[0] == 1, "form")
    signed, signature = data[:-64], data[-64:]
    need(data[1:5] == key_id, "key")
    check_signature(public, b"guichet-seal-v1" + signed, signature)
    size = int.from_bytes(data[5:7], "big")
    leaf, rest = data[7:7 + size], signed[7 + size:]
    salt, core = rest[:32], rest[34:]
    need(len(salt) == 32 and int.from_bytes(rest[32:34], "big") == len(core), "form")
    fields = parse_leaf(leaf)
    need(sha256(salt + core).hex() == fields["digest"], "digest")
    need(name.rpartition("/")[2].rpartition(".")[0] == fields["station"], "station")
    return {"leaf": fields, "leaf_hash": leaf_hash(leaf).hex(), "core": parse_core(core)}


def open_note(note, key):
    name, key_id, public = key
    text, _, signatures = note.rpartition("\n\n")
    text += "\n"
    good = False
    need(signatures.endswith("\n"), "note")
    for line in signatures[:-1].split("\n"):
        dash, signer, data = line.split(" ")
        need(dash == "\u2014", "note")
        data = from_base64(data)
        if signer == name and data[:4] == key_id:
            check_signature(public, text.encode(), data[4:])
            good = True
    need(good, "key")
    return text


def check_checkpoint(note, key):
    lines = open_note(note, key).split("\n")
    need(len(lines) >= 4 and re.fullmatch(r"0|[1-9]\d*", lines[1]), "checkpoint")
    need(lines[0] == key[0], "origin")
    root = from_base64(lines[2])
    need(len(root) == 32, "checkpoint")
    return {"origin": lines[0], "size": int(lines[1]), "root": root}


def check_proof(text, key):
    head, _, note = text.partition("\n\n")
    lines = head.split("\n")
    need(lines[0] == "c2sp.org/tlog-proof@v1" and lines[1].startswith("extra ") and lines[2].startswith("index "), "proof")
    leaf = from_base64(lines[1][6:])
    index = int(lines[2][6:])
    need(str(index) == lines[2][6:] and parse_leaf(leaf)["index"] == index, "index")
    checkpoint = check_checkpoint(note, key)
    # RFC 9162 section 2.1.3.2
    fn, sn, value = index, checkpoint["size"] - 1, leaf_hash(leaf)
    need(index < checkpoint["size"], "size")
    for line in lines[3:]:
        sibling = from_base64(line)
        need(sn != 0 and len(sibling) == 32, "path")
        if fn & 1 or fn == sn:
            value = node_hash(sibling, value)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            value = node_hash(value, sibling)
        fn, sn = fn >> 1, sn >> 1
    need(sn == 0 and value == checkpoint["root"], "path")
    return {"leaf": parse_leaf(leaf), "origin": checkpoint["origin"], "size": checkpoint["size"]}


def main():
    key = parse_key(open(sys.argv[1], encoding="utf-8").read())
    text = open(sys.argv[2], encoding="utf-8").read()
    if text.lstrip().upper().startswith("GUICHET1:"):
        found = check_seal(text, key)
    elif text.startswith("c2sp.org/"):
        found = check_proof(text, key)
    else:
        found = check_checkpoint(text, key)
        found["root"] = found["root"].hex()
    print(json.dumps(found, ensure_ascii=False, indent=2))


try:
    main()
except (Bad, ValueError, IndexError, KeyError) as problem:
    print(f"not genuine: {problem}", file=sys.stderr)
    sys.exit(1)
