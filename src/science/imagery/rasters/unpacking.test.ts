import { expect, test } from "vitest";
import { unpackLzw } from "./lzw.ts";
import { unpackPackBits } from "./pack-bits.ts";

/** Writes codes most significant bit first, their width growing as TIFF's LZW has it (one code early). */
function packCodes(codes: readonly number[]): Uint8Array {
  let bits = "";
  let [width, next] = [9, 258];
  for (const [i, code] of codes.entries()) {
    bits += code.toString(2).padStart(width, "0");
    if (code === 256) [width, next] = [9, 258];
    else if (codes[i - 1] !== 256 && i > 0) next++;
    if (next + 1 >= 1 << width && width < 12) width++;
  }
  return Uint8Array.from(bits.match(/.{1,8}/g)!, (byte) => Number.parseInt(byte.padEnd(8, "0"), 2));
}

test("LZW gives the example of the TIFF 6.0 specification, §13", () => {
  const codes = [256, 7, 258, 8, 8, 258, 6, 257];
  expect([...unpackLzw(packCodes(codes), 100)]).toEqual([7, 7, 7, 8, 8, 7, 7, 6]);
});

test("LZW goes on where the codes grow to twelve bits", () => {
  const literals = Array.from({ length: 3000 }, (_, i) => (i * 7 + (i >> 5)) % 251);
  expect([...unpackLzw(packCodes([256, ...literals, 257]), 4000)]).toEqual(literals);
});

test("LZW writes no more than it may", () => {
  expect(unpackLzw(packCodes([256, 1, 258, 259, 260, 261, 262, 263, 257]), 9)).toHaveLength(9);
});

test("LZW refuses a code before it is defined", () => {
  expect(() => unpackLzw(packCodes([256, 1, 300, 257]), 100)).toThrow("not yet defined");
});

test("PackBits gives Apple's example (Technical Note TN1023)", () => {
  const packed = "FE AA 02 80 00 2A FD AA 03 80 00 2A 22 F7 AA"
    .split(" ")
    .map((hex) => Number.parseInt(hex, 16));
  const plain = "AA AA AA 80 00 2A AA AA AA AA 80 00 2A 22 AA AA AA AA AA AA AA AA AA AA"
    .split(" ")
    .map((hex) => Number.parseInt(hex, 16));
  expect([...unpackPackBits(Uint8Array.from(packed), 100)]).toEqual(plain);
});
