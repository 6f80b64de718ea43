import fc from "fast-check";
import { expect, test } from "vitest";
import { readEnvi, readEnviHeader, type EnviHeader } from "./envi.ts";

const headerText = (interleave: string, type: number, more = "") =>
  `ENVI\nsamples = 3\nlines   = 2\nbands = 2\nheader offset = 4\ndata type = ${type}\ninterleave = ${interleave}\n${more}`;

/** The bytes of band k, row y, column x holding the number 100 k + 10 y + x, after four bytes of header. */
function numbersAs(interleave: "bsq" | "bil" | "bip", type: number, isBig: boolean): Uint8Array {
  const size = { 1: 1, 2: 2, 3: 4, 4: 4, 5: 8, 12: 2 }[type]!;
  const bytes = new Uint8Array(4 + 12 * size);
  const view = new DataView(bytes.buffer);
  for (let k = 0; k < 2; k++) {
    for (let y = 0; y < 2; y++) {
      for (let x = 0; x < 3; x++) {
        const at = { bsq: k * 6 + y * 3 + x, bil: y * 6 + k * 3 + x, bip: (y * 3 + x) * 2 + k }[interleave];
        const value = 100 * k + 10 * y + x;
        if (type === 1) view.setUint8(4 + at, value);
        else if (type === 2 || type === 12) view.setUint16(4 + at * size, value, !isBig);
        else if (type === 3) view.setInt32(4 + at * size, value, !isBig);
        else if (type === 4) view.setFloat32(4 + at * size, value, !isBig);
        else view.setFloat64(4 + at * size, value, !isBig);
      }
    }
  }
  return bytes;
}

test("every interleave, type and byte order holds the same picture", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("bsq" as const, "bil" as const, "bip" as const),
      fc.constantFrom(1, 2, 3, 4, 5, 12),
      fc.boolean(),
      (interleave, type, isBig) => {
        const header = readEnviHeader(
          headerText(interleave, type, `byte order = ${isBig ? 1 : 0}\n`),
        ) as EnviHeader;
        const raster = readEnvi(header, numbersAs(interleave, type, isBig));
        if ("wrong" in raster) return expect.unreachable();
        expect(raster.bands.map((band) => [...band])).toEqual([
          [0, 1, 2, 10, 11, 12],
          [100, 101, 102, 110, 111, 112],
        ]);
      },
    ),
  );
});

test("the map info places the corner of the first pixel, in its zone of UTM", () => {
  const info = "map info = {UTM, 1.000, 1.000, 203325.0, 3604935.0, 30, 30, 51, North, WGS-84, units=Meters}";
  const read = readEnviHeader(
    headerText("bsq", 1, `description = {\n  lines = 9 }\n${info}\n`),
  ) as EnviHeader;
  expect(read).toMatchObject({ height: 2, epsg: 32_651, geotransform: [203_325, 30, 0, 3_604_935, 0, -30] });
});

test.each([
  ["BSQ\n", /no ENVI header/],
  [headerText("bsq", 6), /data type is "6"/],
  [headerText("tiled", 1), /interleave is "tiled"/],
  ["ENVI\nsamples = 3\nbands = 1\ndata type = 1\n", /no "lines"/],
])("a wrong header says what is wrong", (text, said) => {
  expect(readEnviHeader(text)).toMatchObject({ wrong: expect.stringMatching(said) as string });
});

test("missing bytes are told, not read past", () => {
  const header = readEnviHeader(headerText("bsq", 12)) as EnviHeader;
  expect(readEnvi(header, new Uint8Array(20))).toMatchObject({
    wrong: "20 bytes",
    right: expect.stringMatching(/expected 28/) as string,
  });
});
