import fc from "fast-check";
import { expect, test } from "vitest";
import { wrap } from "./wrap.ts";

const letters = (text: string) => text.length;

test("lines are no wider than asked, and no word is lost", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1 });
  fc.assert(
    fc.property(words, (list) => {
      const lines = wrap(list.join(" "), 12, letters);
      expect(lines.join(" ")).toBe(list.join(" "));
      expect(lines.every((line) => line.length <= 12)).toBe(true);
    }),
  );
});

test("a word wider than the line stands alone", () => {
  expect(wrap("a noninterference pact", 8, letters)).toEqual(["a", "noninterference", "pact"]);
});
