import { expect, test } from "vitest";
import type { ActivityOnDay } from "#model/activity.ts";
import type { LawOnDay } from "#model/law.ts";
import type { PartnershipOnDay } from "#model/partnership.ts";
import { checkBrief } from "../../check/check-brief.ts";
import { composeBrief } from "../../compose-brief.ts";
import { actors, material, observations } from "../../fixture.ts";
import type { AlignmentTold, WiderPicture } from "../../material.ts";

const at = { id: "E-1", on: "2026-03-04", claim: "" };
const shift = { shift: 0.41, low: 0.21, high: 0.56 };
const activity = {
  ...{ asOf: "2026-11-23", name: "Spying in Southport", windowYears: 3, now: 9, before: 8 },
  covers: { from: "2010-01-01", to: "2026-05-31" },
  faces: [
    { name: "For whom", p: 0.002, values: [{ value: "NOR", now: 8, before: 1, shift }] },
    { name: "After what", p: 0.4, values: [] },
    { name: "How", p: null, values: [] },
  ],
  cases: [{ ...at, values: [["NOR"], [""], [""]] }],
} satisfies ActivityOnDay;
const partnership = {
  ...{ asOf: "2026-11-23", between: ["NOR", "SUD"], windowYears: 3, covers: activity.covers, strands: [] },
  path: [{ on: "2026-05-31", cooperation: 3, divergence: 1, share: 0.75, low: 0.4, high: 0.94 }],
  shift: { shift: -0.12, low: -0.3, high: 0.1 },
  rungs: [{ statement: "A treaty binds both", seen: [{ ...at, id: "E-3" }] }],
  events: [{ ...at, id: "E-2", polarity: "cooperation", strand: "" }],
} satisfies PartnershipOnDay;
const chance = { id: "WES", p: 0.38, low: 0.29, high: 0.51 };
const accords: AlignmentTold["frameworks"][number] = {
  name: "Relay Accords",
  members: [{ state: "SUD", on: "2026-03-04", observation: "E-1" }],
  numbered: { upTo: 4, observation: "E-1" },
  hazard: { outOfSample: { isBetter: true }, next: [chance] },
};
const alignment: AlignmentTold = {
  regions: { south: { WES: "Westland", SUD: "Sudland" } },
  frameworks: [accords, { ...accords, name: "Relay Pact", numbered: null, hazard: null }],
  dual: ["SUD"],
};
const law = {
  covers: { from: "2012-01-01", to: "2026-10-31" },
  threads: [
    {
      ...{ id: "R", name: "Relay Convention", force: "binding", standing: "ended" },
      moves: [{ observation: "C-1", on: "2026-10-20" }],
    },
  ],
  ...{ names: {}, subjects: [], years: [] },
} as unknown as LawOnDay;
const nothing: WiderPicture = { activity: null, partnership: null, alignment: null, law: null };

const told = (wider: WiderPicture) => {
  const brief = composeBrief({ ...material, wider });
  return { brief, section: brief.sections.find(({ title }) => title === "The wider picture") };
};
const sentences = (wider: Partial<WiderPicture>) =>
  told({ ...nothing, ...wider }).section!.sentences.map(({ text, cites }) => `${text} ${cites.join(" ")}`);

test("activity tells its cases, the face whose mix has changed, and only those that could be compared", () => {
  expect(sentences({ activity })).toEqual([
    "Spying in Southport: 9 cases in the 3 years to 31 May 2026; 8 in the 3 years before. E-1",
    "Asked for whom, the mix has changed (p 0.002); in points of all cases Norland +41 (+21 to +56). E-1",
    "Asked after what, no change is shown. E-1",
  ]);
});

test("a partnership cites its newest events, and for what an alliance would show what was seen of it", () => {
  expect(sentences({ partnership })).toEqual([
    "What Norland and Sudland do together: of 4 events in the 3 years to 31 May 2026, 3 were cooperation: 75 % (40–94). E-2",
    "That is not shown to differ from the 3 years before; the difference is −12 points (−30 to 10). E-2",
    "Of 1 things that an alliance would show, the more binding the later, 1 has been seen, the last among them. E-3",
  ]);
});

test("alignment counts by name and by number, and forecasts only where the forecast stood its check", () => {
  const words = sentences({ alignment });
  expect(words).toEqual([
    "Who stands where: in Relay Accords one state by name, 4 by number; in Relay Pact one state by name. E-1",
    "In more than one of them is Sudland. E-1",
    "Likeliest to join Relay Accords within a year are Westland (38 %, 29–51). E-1",
  ]);
  const unchecked = { ...accords, hazard: { outOfSample: null, next: [chance] } };
  expect(sentences({ alignment: { ...alignment, frameworks: [unchecked] } })).toEqual(
    words
      .slice(0, 2)
      .map((text, i) => (i === 0 ? text.replace("; in Relay Pact one state by name", "") : text)),
  );
});

test("the legal order cites the newest moves of what binds", () => {
  expect(sentences({ law })[0]).toBe("The legal order: of 1 binding instrument in the record: 1 ended. C-1");
});

test("the check lets pass the names that the watch gives and the days worked out, in this section alone", () => {
  const { brief, section } = told({ activity, partnership, alignment, law });
  expect(checkBrief(brief, observations, actors)).toEqual([]);
  const planted = { text: "Westland spies in Southport since 31 May 2026.", cites: ["E-1"] };
  const faults = (title: string) =>
    checkBrief(
      {
        ...brief,
        sections: brief.sections.map((one) => (one.title === title ? { ...one, sentences: [planted] } : one)),
      },
      observations,
      actors,
    ).map(({ what }) => what);
  expect(faults(section!.title)).toEqual(["Southport"]);
  expect(faults("Bottom line")).toEqual(["31 May 2026", "Westland", "Southport"]);
});

test("where nothing is followed, or nothing was vouched for, no section stands", () => {
  expect(told(nothing).section).toBeUndefined();
  const unseen = { ...activity, covers: null, now: null, before: null, faces: [], cases: [] };
  expect(
    told({ ...nothing, activity: unseen, partnership: { ...partnership, path: [] } }).section,
  ).toBeUndefined();
});
