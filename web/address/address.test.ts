import fc from "fast-check";
import { expect, test } from "vitest";
import { type Address, LAYER_KINDS, readAddress, writeAddress } from "./address.ts";

const layer = fc.record({ kind: fc.constantFrom(...LAYER_KINDS), id: fc.stringMatching(/^[\w.:/-]+$/) });
const address: fc.Arbitrary<Address> = fc.record({
  path: fc.constantFrom("/", "/evidence", "/evidence/ES-0001"),
  asOf: fc.constantFrom(null, "2022-03-01", "2024-02-29"),
  open: fc.array(layer, { maxLength: 4 }),
  params: fc.dictionary(fc.constantFrom("q", "stream", "kind"), fc.string({ minLength: 1 })),
});

test("an address survives being written and read", () => {
  fc.assert(
    fc.property(address, (one) => {
      expect(readAddress(writeAddress(one))).toEqual({ ...one, params: { ...one.params } });
    }),
  );
});

test("a day that does not exist and a layer of unknown kind are dropped", () => {
  const read = readAddress("/watch?asOf=2023-02-29&open=gauge~1&open=scenario~s1&open=indicator~");
  expect(read.asOf).toBeNull();
  expect(read.open).toEqual([{ kind: "scenario", id: "s1" }]);
});

test("what must not be escaped for a reader stays readable", () => {
  const open = [{ kind: "observation", id: "record:ES-0001" } as const];
  expect(writeAddress({ path: "/", asOf: "2022-03-01", open, params: {} })).toBe(
    "/?asOf=2022-03-01&open=observation~record:ES-0001",
  );
});
