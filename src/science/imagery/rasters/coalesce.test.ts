import fc from "fast-check";
import { expect, test } from "vitest";
import { coalesce } from "./coalesce.ts";

const stretches = fc.array(
  fc.record({ offset: fc.nat(2_000_000), length: fc.integer({ min: 1, max: 60_000 }) }),
  { minLength: 1, maxLength: 60 },
);

/** How many bytes lie in at least one stretch. */
function covered(all: readonly { readonly offset: number; readonly length: number }[]): number {
  let [sum, end] = [0, 0];
  for (const { offset, length } of all.toSorted((a, b) => a.offset - b.offset)) {
    sum += Math.max(0, offset + length - Math.max(end, offset));
    end = Math.max(end, offset + length);
  }
  return sum;
}

test("every stretch is brought by one request, and at most twice the wanted bytes are read", () => {
  fc.assert(
    fc.property(stretches, (wanted) => {
      const requests = coalesce(wanted);
      const brought = requests.flatMap(({ parts }) => parts).toSorted((a, b) => a - b);
      expect(brought).toEqual([...wanted.keys()]);
      for (const { offset, length, parts } of requests) {
        for (const part of parts) {
          expect(wanted[part]!.offset).toBeGreaterThanOrEqual(offset);
          expect(wanted[part]!.offset + wanted[part]!.length).toBeLessThanOrEqual(offset + length);
        }
      }
      const read = requests.reduce((sum, { length }) => sum + length, 0);
      expect(read).toBeLessThanOrEqual(2 * covered(wanted));
    }),
  );
});

test("tiles that follow one another are one request", () => {
  const row = [0, 1, 2, 3].map((i) => ({ offset: 1000 + i * 5004, length: 5000 }));
  expect(coalesce(row)).toEqual([{ offset: 1000, length: 20_012, parts: [0, 1, 2, 3] }]);
});
