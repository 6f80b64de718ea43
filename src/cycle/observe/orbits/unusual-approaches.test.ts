import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { observation } from "#model/observation.ts";
import type { WatchedObject } from "#model/watched-object.ts";
import { pairApproaches, readElements } from "#science/orbits/index.ts";
import type { PublishedSet } from "../elements/published-set.ts";
import { approachesTold } from "./approaches-told.ts";
import { coplanarStays } from "./coplanar-stays.ts";
import { meetingOf } from "./meetings.ts";
import { asOneComing } from "./one-coming.ts";
import { unusualApproaches } from "./unusual-approaches.ts";

const HISTORIES = "../shared/data/orbit/strategic_histories_1997-2025.3le.gz";
const COLLISION = "../shared/data/orbit/histories/gp_history_iridium-33_cosmos-2251.csv.gz";
const DAY_MS = 86_400_000;

const object = (id: number, role: WatchedObject["role"]): WatchedObject => ({
  id: String(id),
  name: `Object ${id}`,
  actor: role === "followed" ? "RUS" : "USA",
  class: "inspector",
  role,
  source: "catalogue",
});
const published = (elements: PublishedSet["elements"]): PublishedSet => ({
  elements,
  knownAt: new Date(elements.epochMs + DAY_MS).toISOString(),
  capture: "c".repeat(64),
});
const setsIn = (file: string): PublishedSet[] =>
  existsSync(file)
    ? readElements(gunzipSync(readFileSync(file)).toString(), "x").elements.map(published)
    : [];
const all = setsIn(HISTORIES);
const told = (sets: readonly PublishedSet[], objects: readonly WatchedObject[], until = "2025-12-31") =>
  unusualApproaches(sets, objects, until, "TLP:CLEAR");

test("without element sets nothing is said", () => {
  expect(told([], [object(1, "followed"), object(2, "guarded")])).toEqual([]);
});

describe.skipIf(!existsSync(HISTORIES))(`real histories (need ${HISTORIES})`, () => {
  const ids = [...new Set(all.map(({ elements }) => elements.id))];
  // Every object that is followed flies beside all others as if they were guarded.
  const against = (id: number, sets = all, until?: string) =>
    told(
      sets,
      ids.map((each) => object(each, each === id ? "followed" : "guarded")),
      until,
    );

  const setsOf = (id: number) => all.filter(({ elements }) => elements.id === id);

  test("of all pairs of forty objects in 28 years those that closed in are told, once each", () => {
    const byObject = [...Map.groupBy(all, ({ elements }) => elements.id)].sort(([a], [b]) => a - b);
    const found = byObject.flatMap(([id, sets], i) =>
      byObject.slice(i + 1).flatMap(([other, others]) => {
        const { approaches } = approachesTold(sets, others, "2025-12-31");
        return approaches.map(({ knownAt }) => `${id} ${other} ${knownAt}`);
      }),
    );
    expect(found).toEqual([
      // SJ-17 at SJ-20, Cosmos 2543 at 2535, SJ-25 at SJ-21, and Cosmos 2581, 2582 and 2583 among each other.
      "41838 44910 2020-02-05",
      "44421 44835 2020-06-21",
      "49330 62485 2025-09-02",
      "62902 62903 2025-08-06",
      "62902 62904 2025-07-07",
      "62903 62904 2025-08-06",
    ]);
  });

  test("an approach is kept with what is usual, how near, how fast, and the sets that show it", () => {
    const [came, ...more] = against(44835);
    expect(more).toEqual([]);
    expect(observation.safeParse(came).error).toBeUndefined();
    expect(came).toMatchObject({ id: "orbits/approach/44835/44421/2020-06-12", knownAt: "2020-06-21" });
    expect(came!.measures.missKm).toBeLessThan(2);
    expect(came!.measures.relMs).toBeLessThan(50);
    expect(came!.attributes.baseline).toMatch(/^0 in [\d.]+ years of pairs .* known before 2020-06$/);
    expect(JSON.stringify(came!.evidence.locator)).toMatch(/44835@2020-06-13.*44421@2020-06-20/);
  });

  test("what one pair of sets shows is seen and not told: SJ-21 with the satellite it towed away", () => {
    const about = (id: number) =>
      all.find(({ elements }) => elements.id === id && elements.epochMs > Date.UTC(2022, 0, 5))!;
    expect(meetingOf(about(49330), about(34779))!.nearest!.missKm).toBeLessThan(5);
    const { days, approaches } = approachesTold(setsOf(49330), setsOf(34779), "2025-12-31");
    expect(days.length).toBeGreaterThan(10);
    expect(approaches).toEqual([]);
  });

  test("while too little is known of a class nothing is unusual for it", () => {
    expect(told(all, [object(44835, "followed"), object(44421, "guarded")])).toEqual([]);
  });

  test("what is told is the same whatever became known later", () => {
    const whole = against(44835);
    for (const until of ["2020-06-21", "2020-06-22", "2021-03-02"]) {
      const then = against(
        44835,
        all.filter(({ knownAt }) => knownAt.slice(0, 10) <= until),
        until,
      );
      expect(then).toEqual(whole.filter(({ knownAt }) => knownAt < until));
    }
  });

  test("to enter a plane and to close in is one story, named by whoever is told later", () => {
    const pair = [object(44835, "followed"), object(42919, "followed"), object(39497, "followed")];
    const objects = [...pair, object(44421, "guarded"), object(42798, "guarded")];
    const arrivals = [...coplanarStays(all, objects, "2025-12-31", "TLP:CLEAR"), ...told(all, objects)];
    const linked = asOneComing(arrivals).filter(({ links }) => links.length > 0);
    expect(linked.map(({ id, links }) => [id, links])).toEqual([
      [
        "orbits/coplanar/44835/44421/2020-06-13",
        [{ relation: "same-story", to: "orbits/approach/44835/44421/2020-06-12" }],
      ],
    ]);
  });
});

test.skipIf(!existsSync(COLLISION))(
  `the collision of Iridium 33 and Cosmos 2251 was an approach, and no slow one (needs ${COLLISION})`,
  () => {
    const before = setsIn(COLLISION).filter(({ elements }) => elements.epochMs < Date.UTC(2009, 1, 10, 12));
    const last = (id: number) => before.findLast(({ elements }) => elements.id === id)!;
    const [iridium, cosmos] = [last(24946), last(22675)];
    const eve = { originMs: Date.UTC(2009, 1, 10), seconds: 86_400, withinKm: 5 };
    const [met] = pairApproaches(iridium.elements, cosmos.elements, eve);
    expect(new Date(met!.tcaMs).toISOString()).toMatch(/^2009-02-10T16:5[56]/);
    expect(met!.relKmS).toBeGreaterThan(11);
    expect(meetingOf(iridium, cosmos)).toMatchObject({ nearest: null });
  },
);
