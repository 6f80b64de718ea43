import { expect, test } from "vitest";
import { layoutOf, withoutLoneSigns } from "./brief-layout.ts";

test("a colon inside a quotation labels nothing", () => {
  const section = {
    title: "",
    sentences: [{ text: "“Norland: no comment” (4 March 2026).", cites: [] }],
    figures: [],
  };
  expect(layoutOf(section, new Map()).paragraphs).toEqual([]);
});

test("a number keeps its per cent sign beside it", () => {
  expect(withoutLoneSigns("34 % of it")).toBe("34\u00a0% of it");
});

test("sentences in a row that rest on the same references bear them once, after the last", () => {
  const sentences = [
    { text: "Spying: it is likely.", cites: ["b", "a"] },
    { text: "Its picture is clear.", cites: ["a", "b"] },
    { text: "It may ease.", cites: ["a"] },
  ];
  const section = { title: "Scenarios", sentences, figures: [] };
  const { paragraphs } = layoutOf(
    section,
    new Map([
      ["a", 1],
      ["b", 2],
    ]),
  );
  expect(paragraphs[0]!.runs).toEqual([
    {
      listed: false,
      sentences: [
        { text: "It is likely.", references: [] },
        { text: "Its picture is clear.", references: [1, 2] },
        { text: "It may ease.", references: [1] },
      ],
    },
  ]);
});
