import { expect, test } from "vitest";
import { layoutOf, referenceNumbers } from "#model/brief-layout.ts";
import { composeBrief } from "../compose-brief.ts";
import { material } from "../fixture.ts";

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
