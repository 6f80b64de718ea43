import type { Observation } from "#model/observation.ts";
import type { Watch } from "#model/watch.ts";
import { addDays } from "#model/day.ts";
import { randomStream } from "#science/numbers/index.ts";
import { expect, test } from "vitest";
import { alignmentOn } from "./alignment.ts";
import { reactionOn } from "./reaction.ts";

const actor = (id: string, bloc: string) => ({ id, bloc });
const watch = {
  actors: [actor("RUS", "EAST"), actor("USA", "WEST"), actor("FRA", "WEST")],
  record: [{ stream: "joins", covers: { from: "2020-01-01", to: "2025-06-30" } }],
  reactions: [
    {
      name: "Acts",
      between: ["EAST", "WEST"],
      events: { stream: "acts" },
      from: "2000-01-01",
      to: "2020-12-31",
    },
  ],
  alignment: {
    frameworks: [
      { id: "A", name: "Accords", bloc: "WEST", joins: { stream: "joins", attributes: { framework: "A" } } },
      { id: "B", name: "Base", bloc: "EAST", joins: { stream: "joins", attributes: { framework: "B" } } },
    ],
    regions: {
      North: { USA: "United States", FRA: "France", RUS: "Russia" },
      South: Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`S${n}`, `South ${n}`])),
    },
  },
} as unknown as Watch;

const observation = (over: Partial<Observation>): Observation =>
  ({
    precision: "day",
    actors: [],
    links: [],
    attributes: {},
    knownAt: over.validFrom,
    ...over,
  }) as Observation;
const joins = (id: string, framework: string, on: string, knownAt = on) =>
  observation({
    id: `${framework}-${id}`,
    stream: "joins",
    validFrom: on,
    knownAt,
    actors: [{ id, role: "actor" }],
    attributes: { framework },
  });

const accessions = [
  joins("USA", "A", "2020-01-10"),
  joins("RUS", "B", "2020-02-10"),
  ...Array.from({ length: 8 }, (_, n) => joins(`S${n}`, "A", `202${1 + (n >> 1)}-0${1 + n}-05`)),
  joins("S3", "B", "2024-03-01"),
  joins("FRA", "A", "2023-01-01", "2025-01-01"),
];

test("membership is as it was known: a state may be in both, and what was learned later is left out", () => {
  const now = alignmentOn(watch, accessions, "2025-12-31")!;
  expect(now.dual).toEqual(["S3"]);
  expect(now.frameworks.map(({ members }) => members.length)).toEqual([10, 2]);
  const then = alignmentOn(watch, accessions, "2024-12-31")!;
  expect(then.frameworks[0]!.members.map(({ state }) => state)).not.toContain("FRA");
  expect(then).toEqual(alignmentOn(watch, accessions.slice(0, -1), "2024-12-31"));
});

test("rows that number their accession tell how many joined whom no row names, as known on the day", () => {
  const numbering = structuredClone(watch) as Watch;
  Object.assign(numbering.alignment!.frameworks[0]!, { numberedBy: "sequence" });
  const numbered = (id: string, on: string, sequence: string) => ({
    ...joins(id, "A", on),
    attributes: { framework: "A", sequence },
  });
  const rows = [...accessions, numbered("S10", "2024-09-09", "1-8"), numbered("S11", "2025-02-01", "14")];
  const [now] = alignmentOn(numbering, rows, "2025-12-31")!.frameworks;
  expect(now!.numbered).toEqual({ upTo: 14, on: "2025-02-01", observation: "A-S11", unnamed: 2 });
  const certain = now!.hazard!.next.reduce((sum, { already }) => sum + already, 0);
  expect(certain).toBeCloseTo(2, 6);
  const [then, rival] = alignmentOn(numbering, rows, "2025-01-31")!.frameworks;
  expect(then!.numbered).toBeNull();
  expect(rival!.numbered).toBeNull();
});

test("who joins next is said where the record can bear it, and refused with a reason where not", () => {
  const { frameworks, watchedTo } = alignmentOn(watch, accessions, "2025-12-31")!;
  expect(watchedTo).toBe("2025-06-30");
  expect(frameworks[0]!.hazard!.next.map(({ id }) => id)).toContain("RUS");
  expect(frameworks[1]!.hazard).toBeNull();
  expect(frameworks[1]!.refused).toMatch(/1 event in .* at least 5/);
});

test("a watch without frameworks has no alignment", () => {
  const { alignment: _alignment, ...bare } = watch;
  expect(alignmentOn(bare as Watch, [], "2025-01-01")).toBeNull();
});

const random = randomStream("acts");
const acts = Array.from({ length: 60 }, (_, n) => {
  const act = (id: string, side: string, day: string) =>
    observation({
      id,
      stream: "acts",
      claim: id,
      validFrom: day,
      actors: [{ id: side, role: "actor" }],
    });
  const day = addDays("2000-01-05", Math.floor(7000 * random()));
  return [act(`E${n}`, "RUS", day), act(`W${n}`, "USA", addDays(day, 1 + Math.floor(20 * random())))];
}).flat();

test("acts that follow within weeks are told as reaction, one event a story, and nothing known later counts", () => {
  const retold = { ...acts[0]!, id: "again", links: [{ relation: "same-story" as const, to: "E0" }] };
  const mixed = {
    ...acts[0]!,
    id: "mixed",
    actors: [...acts[0]!.actors, { id: "USA", role: "actor" as const }],
  };
  const late = { ...acts[0]!, id: "late", knownAt: "2022-01-01" };
  const answer = reactionOn(watch, watch.reactions[0]!, [...acts, retold, mixed, late], "2021-06-01");
  expect(answer.events).toHaveLength(120);
  const way = answer.analysis!.directions.find(({ from }) => from === 0)!;
  expect(way.verdict).toBe("shown");
  expect(way.interval[0]).toBeGreaterThan(0.5);
});

test("too few acts are refused with what would be enough", () => {
  const answer = reactionOn(watch, watch.reactions[0]!, acts.slice(0, 6), "2021-06-01");
  expect(answer.analysis).toBeNull();
  expect(answer.refused).toMatch(/at least 10 of every type/);
});
