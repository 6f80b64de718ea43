import { execFileSync, spawnSync } from "node:child_process";
import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { publicLine, signBytes, whoSigned } from "./ssh-signature.ts";

// RFC 8032, section 7.1, test 1: the key is fixed, so the signature is.
const KEY = createPrivateKey({
  format: "jwk",
  key: {
    kty: "OKP",
    crv: "Ed25519",
    d: Buffer.from("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "hex").toString(
      "base64url",
    ),
    x: Buffer.from("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "hex").toString(
      "base64url",
    ),
  },
});
const bytes = (text: string) => new TextEncoder().encode(text);

const folder = mkdtempSync(path.join(tmpdir(), "tocsin-sign-"));
afterAll(() => rmSync(folder, { recursive: true }));
const hasSsh = spawnSync("ssh-keygen", ["-?"]).error === undefined;

test("what was signed is told to be by its signer, and nothing else is", () => {
  const other = generateKeyPairSync("ed25519").privateKey;
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), (one, two) => {
      expect(whoSigned(one, signBytes(one, KEY))).toBe(publicLine(KEY));
      expect(whoSigned(one, signBytes(one, other))).not.toBe(publicLine(KEY));
      if (Buffer.compare(one, two) !== 0) expect(whoSigned(two, signBytes(one, KEY))).toBeNull();
    }),
  );
});

test("a signature with any one byte changed never passes as the signer's", () => {
  const blob = Buffer.from(signBytes(bytes("brief"), KEY).split("\n").slice(1, -2).join(""), "base64");
  for (let at = 0; at < blob.length; at++) {
    const changed = Buffer.from(blob);
    changed[at]! ^= 1;
    const armoured = `-----BEGIN SSH SIGNATURE-----\n${changed.toString("base64")}\n-----END SSH SIGNATURE-----`;
    const told = () => {
      try {
        return whoSigned(bytes("brief"), armoured);
      } catch (error) {
        return error;
      }
    };
    expect(told(), `byte ${at}`).not.toBe(publicLine(KEY));
  }
});

test.each([
  ["nothing of the kind", "hello", /no SSH signature/],
  ["armour without content", "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----", /version 1/],
  [
    "a signature cut short",
    signBytes(bytes("x"), KEY).replace(/\n.{1,70}\n-----END/, "\n-----END"),
    /cut short/,
  ],
])("%s is refused with its reason", (_name, armoured, said) => {
  expect(() => whoSigned(bytes("x"), armoured)).toThrow(said);
});

test.skipIf(!hasSsh)("ssh-keygen accepts what is signed here, and what it signs is accepted here", () => {
  const file = path.join(folder, "brief.md");
  const allowed = path.join(folder, "allowed");
  writeFileSync(file, "What is likely, and what changed?\n");
  writeFileSync(allowed, `tocsin@example.org ${publicLine(KEY)}\n`);
  writeFileSync(`${file}.sig`, signBytes(readFileSync(file), KEY));
  const check = [
    "-Y",
    "verify",
    "-f",
    allowed,
    "-I",
    "tocsin@example.org",
    "-n",
    "file",
    "-s",
    `${file}.sig`,
  ];
  expect(execFileSync("ssh-keygen", check, { input: readFileSync(file), encoding: "utf8" })).toMatch(
    /Good "file" signature/,
  );

  const theirs = path.join(folder, "theirs");
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", theirs]);
  rmSync(`${file}.sig`);
  execFileSync("ssh-keygen", ["-q", "-Y", "sign", "-f", theirs, "-n", "file", file]);
  const line = readFileSync(`${theirs}.pub`, "utf8").split(" ").slice(0, 2).join(" ");
  expect(whoSigned(readFileSync(file), readFileSync(`${file}.sig`, "utf8"))).toBe(line);
  execFileSync("ssh-keygen", ["-q", "-Y", "sign", "-f", theirs, "-n", "git", allowed]);
  expect(() => whoSigned(readFileSync(allowed), readFileSync(`${allowed}.sig`, "utf8"))).toThrow(
    /made for "git"/,
  );
});
