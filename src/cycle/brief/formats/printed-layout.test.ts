import { expect, test } from "vitest";
import { composeBrief } from "../compose-brief.ts";
import { material } from "../fixture.ts";
import { layoutOf, referenceNumbers, withoutLoneSigns } from "#model/brief-layout.ts";

const brief = composeBrief({ ...material, assessment: { ...material.assessment, illustrative: true } });
const numbers = referenceNumbers(brief);

test("only scenarios label paragraphs, each in the sections on scenarios and warnings", () => {
  const labels = brief.sections.flatMap((section) =>
    layoutOf(section, numbers).paragraphs.map(({ label }) => [section.title, label]),
  );
  expect(labels).toEqual([
    ["Scenarios", "Spying on relays"],
    ["Scenarios", "Rules for relays"],
    ["Warnings", "Spying on relays"],
  ]);
});

test("every sentence of a section is printed once, with its references numbered by first citation", () => {
  for (const section of brief.sections) {
    const { points, paragraphs } = layoutOf(section, numbers);
    const printed = [
      ...points,
      ...paragraphs.flatMap(({ runs }) => runs.flatMap(({ sentences }) => sentences)),
    ];
    expect(printed).toHaveLength(section.sentences.length);
  }
  expect(layoutOf(brief.sections[0]!, numbers).points[0]!.references).toEqual([1, 2]);
});

test("evidence is listed apart from the sentences it bears out", () => {
  const scenarios = brief.sections.find(({ title }) => title === "Scenarios")!;
  const [spying] = layoutOf(scenarios, numbers).paragraphs;
  expect(spying!.runs.map(({ listed, sentences }) => [listed, sentences.length])).toEqual([
    [false, 4],
    [true, 1],
    [false, 1],
    [true, 1],
    [false, 3],
  ]);
});

test("a colon inside a quotation labels nothing", () => {
  const section = {
    title: "",
    sentences: [{ text: "“Norland: no comment” (4 March 2026).", cites: [] }],
    figures: [],
  };
  expect(layoutOf(section, numbers).paragraphs).toEqual([]);
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
