import fc from "fast-check";
import { expect, test } from "vitest";
import { dayAt } from "#model/day.ts";
import { dayInWords, monthInWords } from "../phrase.ts";
import { agrees, takeDates } from "./dates-named.ts";

const found = (text: string) => takeDates(text).dates.map((date) => date.text);

test.each([
  ["On 3 June 2026 and 2026-06-04.", ["2026-06-04", "3 June 2026"]],
  ["By June 5, 2026, or Sept 2027.", ["June 5, 2026", "Sept 2027"]],
  ["It may be in March.", ["March"]],
  ["May 2026 was late; in 2025 it was not.", ["May 2026", "2025"]],
  ["Of 1,204 observations 2,014 draws 34 % (22–47).", []],
])("dates are found in “%s”", (text, dates) => {
  expect(found(text)).toEqual(dates);
});

test("a day written out is found whole and agrees with itself and no other day", () => {
  fc.assert(
    fc.property(fc.integer({ min: -3650, max: 40_000 }), (number) => {
      const day = dayAt(number);
      for (const written of [dayInWords(day), day]) {
        const [date] = takeDates(`It was on ${written}, they say.`).dates;
        expect(date!.text).toBe(written);
        expect(agrees(date!, day)).toBe(true);
        expect(agrees(date!, dayAt(number + 1))).toBe(false);
      }
    }),
  );
});

test("a month agrees with its days, but a day does not agree with a month alone", () => {
  const [month] = takeDates(monthInWords("2026-06")).dates;
  const [day] = takeDates("3 June 2026").dates;
  expect(agrees(month!, "2026-06-03")).toBe(true);
  expect(agrees(day!, "2026-06")).toBe(false);
});
