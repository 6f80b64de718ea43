import { expect, test } from "vitest";
import { decodeText } from "./decode.ts";

const utf8 = (text: string) => [...new TextEncoder().encode(text)];
const utf16 = (text: string, big: boolean) =>
  [0xfeff, ...text.split("").map((unit) => unit.charCodeAt(0))].flatMap((unit) =>
    big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8],
  );
const decode = (bytes: number[]) => decodeText(Uint8Array.from(bytes));

test("UTF-8 and UTF-16 give the text without its mark", () => {
  const text = "спутник 卫星 🛰";
  expect(decode(utf8(text))).toBe(text);
  expect(decode([0xef, 0xbb, 0xbf, ...utf8(text)])).toBe(text);
  expect(decode(utf16(text, false))).toBe(text);
  expect(decode(utf16(text, true))).toBe(text);
  expect(decode([])).toBe("");
});

const cases: [name: string, bytes: number[], offset: number, line: number, column: number][] = [
  ["Windows-1252 é", [...utf8("id,名\n1,caf"), 0xe9, 0x0a], 12, 2, 6],
  ["Windows-1251 text", [0xd1, 0xef, 0xf3], 0, 1, 1],
  ["an overlong slash", [0x2f, 0xc0, 0xaf], 1, 1, 2],
  ["an overlong three-byte form", [0xe0, 0x80, 0xaf], 0, 1, 1],
  ["a surrogate in UTF-8", [0x61, 0xed, 0xa0, 0x80], 1, 1, 2],
  ["a code point past the last", [0xf4, 0x90, 0x80, 0x80], 0, 1, 1],
  ["a sequence cut off by the end", [...utf8("ab"), 0xf0, 0x9f, 0x9b], 2, 1, 3],
  ["a mark does not count as a column", [0xef, 0xbb, 0xbf, 0x61, 0xff], 4, 1, 2],
  ["UTF-16 without its mark", [0x61, 0, 0x62, 0], 1, 1, 2],
  ["a lone surrogate in UTF-16", utf16("a\n\ud800b", false), 6, 2, 1],
  ["a lone low surrogate, big-endian", utf16("🛰\udc00", true), 6, 1, 2],
  ["half a unit at the end of UTF-16", [...utf16("ab", false), 0x63], 6, 1, 3],
  ["NUL in UTF-16, as UTF-32 has it", [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0], 2, 1, 1],
];
test.each(cases)("%s is a fault at its byte", (_, bytes, offset, line, column) => {
  expect(decode(bytes)).toMatchObject({ offset, line, column });
});

test("a fault says what the byte is and what would be right", () => {
  expect(decode([0x61, 0xe9])).toMatchObject({
    wrong: "byte 0xE9 at offset 1 is not UTF-8 text",
    right: "expected UTF-8, or UTF-16 with a byte order mark",
  });
});
