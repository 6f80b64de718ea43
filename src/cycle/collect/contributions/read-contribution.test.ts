import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readContribution } from "./read-contribution.ts";

const CONTEXT = { actors: new Set(["RUS", "CHN"]), today: "2026-11-23" };
const GIVEN = {
  ...{ contributor: "Cable monitor", title: "A ship lingered over the cable", on: "2026-11-20" },
  ...{ text: "Six hours.", marking: "TLP:AMBER" },
};
const read = (changed: object) => readContribution({ ...GIVEN, ...changed }, CONTEXT);

describe("a contribution is read as plain words", () => {
  test("what is not said is left open", () => {
    expect(read({})).toEqual({ ...GIVEN, url: "" });
  });

  test("markup is taken out of every text, scripts with what they hold", () => {
    const place = { name: "<i>Svalbard</i>", lat: 78, lon: 15 };
    const text = "<p>It <b>waited</b>.</p><script>alert(1)</script><p>3 &lt; 5</p>";
    expect(read({ title: "<b>A ship</b> lingered<img src=x onerror=alert(1)>", place, text })).toMatchObject({
      title: "A ship lingered",
      place: { name: "Svalbard" },
      text: "It waited.\n3 < 5",
    });
  });

  test("no character that turns the reading direction or steers a terminal is kept, whatever is sent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 60 }), (text) => {
        const kept = read({ text: `${text}\u202E\u001b[2J` });
        const said = typeof kept === "string" ? "" : kept.text;
        expect(["\u202E", "\u001b", "\u0007", "\u2066"].filter((one) => said.includes(one))).toEqual([]);
      }),
    );
  });
});

describe("one clear line says what is wrong", () => {
  test.each([
    [{ on: "2026-02-30" }, "on: expected a calendar day such as 2026-11-23"],
    [{ on: "2026-11-24" }, "on: 2026-11-24 is still to come; a day up to 2026-11-23 would be right"],
    [{ actors: ["XYZ"] }, 'actors: "XYZ" is no actor of this watch; name one of actors.csv instead'],
    [{ url: "javascript:alert(1)" }, "url: expected an http or https address, or nothing"],
  ])("%j", (changed, said) => {
    expect(read(changed)).toBe(said);
  });

  test.each([
    [{ marking: "RED" }, /^marking: .*TLP:CLEAR/],
    [{ text: "x".repeat(20_001) }, /^text: .*20000/],
    [{ title: "<script>x</script>" }, /^title: /],
    [{ contributor: " " }, /^contributor: /],
    [{ verified: "analyst" }, /verified/],
    [{ place: { name: "x", lat: 91 } }, /^place\.lat: /],
  ])("%j, with its place", (changed, said) => {
    expect(read(changed)).toMatch(said);
  });

  test("what is no object is refused as a whole", () => {
    expect(readContribution([], CONTEXT)).toMatch(/^contribution: /);
  });
});
