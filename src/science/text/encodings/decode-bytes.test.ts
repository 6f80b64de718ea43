import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeBytes } from "./decode-bytes.ts";

/** Text → bytes in a legacy encoding, by turning its decoder round. */
function encoder(encoding: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytesOf = new Map<string, number[]>();
  for (let lead = 0x80; lead < 256; lead++) {
    keep([lead]);
    for (let trail = 0x40; trail < 256; trail++) keep([lead, trail]);
  }
  function keep(bytes: number[]) {
    const text = decoder.decode(Uint8Array.from(bytes));
    if (Array.from(text).length === 1 && !bytesOf.has(text)) bytesOf.set(text, bytes);
  }
  return (text) =>
    Uint8Array.from(
      Array.from(text).flatMap((one) => (one < "\x80" ? [one.charCodeAt(0)] : bytesOf.get(one)!)),
    );
}
const latin1 = (text: string) => Uint8Array.from(text, (one) => one.charCodeAt(0));
const join = (...parts: (string | Uint8Array)[]) =>
  Uint8Array.from(parts.flatMap((part) => [...(typeof part === "string" ? latin1(part) : part)]));

const RUSSIAN = "Роскосмос сообщил о переносе запуска станции на следующий год";
const CHINESE = "国家航天局宣布与俄罗斯合作建设月球科研站";
const unmarked: [encoding: string, text: string][] = [
  ["windows-1251", RUSSIAN],
  ["koi8-r", RUSSIAN],
  ["ibm866", RUSSIAN],
  ["iso-8859-5", RUSSIAN],
  ["gb18030", CHINESE],
  ["big5", "國家航天局宣布與俄羅斯合作建設月球科研站"],
  ["shift_jis", "ロケットの打ち上げは来年に延期された"],
  ["euc-jp", "ロケットの打ち上げは来年に延期された"],
  ["euc-kr", "위성 발사가 내년으로 연기되었다"],
  ["windows-1252", "L’été dernier, la fusée a décollé à l’heure prévue"],
];
test.each(unmarked)("%s is told by its bytes alone", (encoding, text) => {
  expect(decodeBytes(encoder(encoding)(text))).toEqual({ text, encoding, toldBy: "bytes" });
});

test.each(unmarked)("a page that lies about being UTF-8 is still read as %s", (encoding, text) => {
  const bytes = join('<?xml version="1.0" encoding="utf-8"?><t>', encoder(encoding)(text), "</t>");
  expect(decodeBytes(bytes, { contentType: "text/xml; charset=utf-8" }).text).toContain(text);
});

test("a page that lies about not being UTF-8 is read as UTF-8", () => {
  const page = join('<meta charset="windows-1251"><p>', new TextEncoder().encode(RUSSIAN));
  expect(decodeBytes(page)).toMatchObject({ encoding: "utf-8", toldBy: "bytes" });
});

test("a server that calls every page Latin-1 is not believed about Russian and Chinese", () => {
  const contentType = "text/html; charset=iso-8859-1";
  expect(decodeBytes(encoder("windows-1251")(RUSSIAN), { contentType }).text).toBe(RUSSIAN);
  expect(decodeBytes(encoder("gb18030")(CHINESE), { contentType }).text).toBe(CHINESE);
});

test("the mark goes before the declaration, the declaration before the header", () => {
  const declared = '<?xml version="1.0" encoding="koi8-r"?>';
  const russian = encoder("koi8-r")(RUSSIAN);
  expect(decodeBytes(join([0xef, 0xbb, 0xbf] as never, declared)).toldBy).toBe("mark");
  expect(
    decodeBytes(join(declared, russian), { contentType: "text/xml; charset=windows-1251" }),
  ).toMatchObject({
    encoding: "koi8-r",
    toldBy: "declaration",
  });
  expect(decodeBytes(russian, { contentType: "text/xml; charset='KOI8-R'" }).toldBy).toBe("header");
});

test("UTF-16 and UTF-32 are read with and without their mark", () => {
  const wide = (text: string, width: number, little: boolean) =>
    Uint8Array.from(Array.from(text).flatMap((one) => unit(one.codePointAt(0)!, width, little)));
  const unit = (code: number, width: number, little: boolean) => {
    const bytes = Array.from({ length: width }, (_, i) => (code >> (8 * i)) & 255);
    return little ? bytes : bytes.reverse();
  };
  const xml = '<?xml version="1.0"?><title>Луна</title>';
  for (const [width, little] of [
    [2, true],
    [2, false],
    [4, true],
    [4, false],
  ] as const) {
    const encoding = `utf-${width * 8}${little ? "le" : "be"}`;
    expect(decodeBytes(wide(xml, width, little))).toEqual({ text: xml, encoding, toldBy: "zeros" });
    expect(decodeBytes(wide(`\ufeff${xml}`, width, little))).toEqual({ text: xml, encoding, toldBy: "mark" });
  }
});

test("whatever the bytes and the header, there is text", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.option(fc.string()), (bytes, charset) => {
      const contentType = charset === null ? null : `text/html; charset=${charset}`;
      expect(typeof decodeBytes(bytes, { contentType }).text).toBe("string");
    }),
  );
});

test.each(unmarked)("a long text in %s is read as a short one, wherever it is parted", (encoding, text) => {
  const encode = encoder(encoding);
  for (const shift of [0, 1, 2, 3]) {
    const long = " ".repeat(shift) + `${text} `.repeat(1000);
    expect(decodeBytes(encode(long))).toEqual({ text: long, encoding, toldBy: "bytes" });
    expect(decodeBytes(new TextEncoder().encode(long)).text).toBe(long);
  }
});
