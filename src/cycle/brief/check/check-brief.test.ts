import { expect, test } from "vitest";
import type { Brief } from "#model/brief.ts";
import { composeBrief } from "../compose-brief.ts";
import { actors, material, observations } from "../fixture.ts";
import { LIMITS } from "../sections/unknowns.ts";
import { checkBrief } from "./check-brief.ts";

const sound = composeBrief(material);

/** The sound brief with one sentence planted at the end of a section. */
function withSentence(text: string, cites: readonly string[], title = "Bottom line"): Brief {
  const sections = sound.sections.map((section) =>
    section.title === title ? { ...section, sentences: [...section.sentences, { text, cites }] } : section,
  );
  return { ...sound, sections };
}

const faultsOf = (brief: Brief) =>
  checkBrief(brief, observations, actors).map(({ fault, what }) => [fault, what]);
const NAMES = "names what nothing cited mentions";

test("a composed brief is sound", () => {
  expect(faultsOf(sound)).toEqual([]);
});

test.each([
  ["a citation nobody recorded", "The relay was watched.", ["X-9"], "no such observation", "X-9"],
  ["a citation from the future", "The relay was watched.", ["F-1"], "not known yet", "F-1"],
  ["a fact without a citation", "The relay was watched.", [], "uncited", "Bottom line"],
  ["an actor nobody cited mentions", "The talks failed when Norland left.", ["C-1"], NAMES, "Norland"],
  ["an actor by an alias", "The talks failed in Norholm.", ["C-1"], NAMES, "Norholm"],
  ["an actor by a short alias", "The talks failed as NL left.", ["C-1"], NAMES, "NL"],
  ["an actor in Russian", "The talks failed when Нордландия left.", ["C-1"], NAMES, "Нордландия"],
  ["an actor in Chinese", "The talks failed when 北地left.", ["C-1"], NAMES, "北地"],
  ["a place", "The two were held in Eastport.", ["E-1"], NAMES, "Eastport"],
  ["a day", "The two were held on 5 March 2026.", ["E-1"], NAMES, "5 March 2026"],
  ["an ISO day", "The two were held on 2026-03-05.", ["E-1"], NAMES, "2026-03-05"],
  ["a day in American order", "The two were held on March 5, 2026.", ["E-1"], NAMES, "March 5, 2026"],
  ["a month", "The two were held in May 2026.", ["E-3"], NAMES, "May 2026"],
  ["a month short of its year", "The two were held in Sept.", ["E-1"], NAMES, "Sept."],
  ["a year", "The two were held in 2024.", ["E-1"], NAMES, "2024"],
  [
    "a day where only the month is known",
    "The law was widened on 1 July 2025.",
    ["E-3"],
    NAMES,
    "1 July 2025",
  ],
  ["a proper noun", "The satellite met Luch-2 there.", ["E-2"], NAMES, "Luch-2"],
  ["a proper noun that opens the sentence", "Gorizont met the satellite.", ["E-2"], NAMES, "Gorizont"],
  ["the number of a named thing", "The craft met Watcher 5 there.", ["E-2"], NAMES, "Watcher 5"],
  [
    "a quotation nobody made",
    "“Sudland frees two engineers” (4 March 2026).",
    ["E-1"],
    "altered quotation",
    "“Sudland frees two engineers”",
  ],
  [
    "likelihood and confidence in one sentence",
    "This is very likely, and our confidence is high.",
    ["E-1"],
    "mixes likelihood with confidence",
    "likely … confidence",
  ],
  [
    "a chance and clarity in one sentence",
    "Clarity is low and the chance of it 20 %.",
    ["E-1"],
    "mixes likelihood with confidence",
    "chance … Clarity",
  ],
])("%s is a fault", (_, text, cites, fault, what) => {
  expect(faultsOf(withSentence(text, cites))).toContainEqual([fault, what]);
});

test.each([
  ["an actor the citation lists", "Norland is held to be behind it.", ["E-1"]],
  ["an actor by another of its names", "The two are said to have spied for Norholm.", ["E-1"]],
  ["a place the citation gives", "The two were held in Sudville.", ["E-1"]],
  ["the day it happened", "The two were held on 4 March 2026.", ["E-1"]],
  ["the day in another order", "The two were held on March 4, 2026, it says.", ["E-1"]],
  ["the month where only that is known", "The law was widened in July 2025.", ["E-3"]],
  ["the day it became public", "The law was published on 2 October 2026.", ["E-3"]],
  ["a thing the citation names", "A relay was approached by Watcher-2, says Orbit notes.", ["E-2"]],
  ["its source", "The Harbour Post reported the arrests.", ["E-1"]],
  ["the day of the last brief", "Two were held before 30 September 2026.", ["E-1"]],
])("naming %s is no fault", (_, text, cites) => {
  expect(faultsOf(withSentence(text, cites))).toEqual([]);
});

test("limits may go without a citation, but name nobody even so", () => {
  expect(faultsOf(withSentence("The intervals leave out errors of coding.", [], LIMITS))).toEqual([]);
  expect(faultsOf(withSentence("The intervals leave out Norland.", [], LIMITS))).toEqual([
    [NAMES, "Norland"],
  ]);
});

test("a mark for an observation not known yet is a fault of its figure", () => {
  const figure = {
    type: "timeline" as const,
    caption: "",
    marks: [{ on: "2026-12-01", lane: "launches", label: "soon", id: "F-1" }],
  };
  const sections = sound.sections.map((section) => ({ ...section, figures: [...section.figures, figure] }));
  expect(faultsOf({ ...sound, sections: sections.slice(0, 1) })).toContainEqual(["not known yet", "F-1"]);
});

test("a day that a figure draws for an observation supports no other sentence", () => {
  const figure = {
    type: "timeline" as const,
    caption: "",
    marks: [{ on: "2026-03-04", lane: "arrests", label: "", id: "E-1" }],
  };
  const planted = withSentence("The talks ended on 4 March 2026.", ["C-1"]);
  const [first, ...others] = planted.sections;
  const sections = [{ ...first!, figures: [figure] }, ...others];
  expect(faultsOf({ ...planted, sections })).toEqual([[NAMES, "4 March 2026"]]);
});
