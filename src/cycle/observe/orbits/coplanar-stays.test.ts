import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { observation } from "#model/observation.ts";
import type { WatchedObject } from "#model/watched-object.ts";
import { readElements } from "#science/orbits/index.ts";
import type { PublishedSet } from "../elements/published-set.ts";
import { coplanarStays } from "./coplanar-stays.ts";

const HISTORIES = "../shared/data/orbit/strategic_histories_1997-2025.3le.gz";
const DAY_MS = 86_400_000;

const object = (id: string, name: string, role: WatchedObject["role"]): WatchedObject => ({
  id,
  name,
  actor: role === "followed" ? "RUS" : "USA",
  class: role === "followed" ? "inspector" : "imaging",
  role,
  source: "catalogue",
});
// Those that are shadowed on record are in no public catalogue: others stand in for them, with the same manoeuvres.
const OBJECTS = [
  object("44835", "Cosmos 2543", "followed"),
  object("42919", "Cosmos 2521", "followed"),
  object("39497", "Cosmos 2491", "followed"),
  object("44421", "Cosmos 2535", "guarded"),
  object("42798", "Cosmos 2519", "guarded"),
];

function realSets(): PublishedSet[] {
  const text = gunzipSync(readFileSync(HISTORIES)).toString();
  const own = readElements(text, "strategic").elements.filter(({ id }) =>
    OBJECTS.some((each) => each.id === String(id)),
  );
  return own.map((elements) => ({
    elements,
    knownAt: new Date(elements.epochMs + DAY_MS).toISOString(),
    capture: "c".repeat(64),
  }));
}

const told = (sets: readonly PublishedSet[], until: string) =>
  coplanarStays(sets, OBJECTS, until, "TLP:CLEAR");

test("without element sets nothing is said, not even that nothing was", () => {
  expect(told([], "2025-09-15")).toEqual([]);
});

describe.skipIf(!existsSync(HISTORIES))(`real histories (need ${HISTORIES})`, () => {
  const sets = existsSync(HISTORIES) ? realSets() : [];
  const all = told(sets, "2025-09-15");
  const arrivals = all.filter(({ kind }) => kind === "coplanar");

  test("the proximity operations on record are told once each, with the sets that show them", () => {
    expect(arrivals.map(({ id, knownAt }) => [id, knownAt])).toEqual([
      // Cosmos 2543 went to Cosmos 2535 in June 2020, and Cosmos 2521 left Cosmos 2519 in August 2017.
      ["orbits/coplanar/44835/44421/2020-06-13", "2020-06-21"],
      ["orbits/coplanar/42919/42798/2017-10-14", "2017-11-17"],
    ]);
    const [came, left] = arrivals;
    expect(came!.claim).toBe(
      "Cosmos 2543 flew within 0.0° of the plane of Cosmos 2535 and 0 km below it from 2020-06-13 on.",
    );
    expect(came!.attributes).toMatchObject({ nearness: "proximity", before: "seen elsewhere" });
    expect(left!.attributes).toMatchObject({ before: "not seen elsewhere" });
    expect(came!.measures.minPlaneDeg).toBeLessThan(0.1);
    expect(came!.evidence.locator).toMatchObject({ type: "elements" });
    expect(JSON.stringify(came!.evidence.locator)).toContain("44835@2020-06-20");
    for (const each of all) expect(observation.safeParse(each).error).toBeUndefined();
  });

  test("months count as looked at where both a followed and a guarded satellite were seen", () => {
    const months = all.filter(({ kind }) => kind === "coverage").map(({ id }) => id);
    expect(months).toContain("orbits/coverage/2020-05");
    // Only one who is followed had been launched by then.
    expect(months).not.toContain("orbits/coverage/2016-05");
  });

  test("who comes back after a month was away, and who goes on being seen was not", () => {
    const [own, other] = ["44835", "44421"].map((id) =>
      sets.filter(({ elements }) => String(elements.id) === id),
    );
    const without = told([...own!, ...other!], "2025-09-15").filter(({ kind }) => kind === "coplanar");
    expect(without).toHaveLength(1);
    // The same two fly together for a year, seen anew every week.
    const together = Array.from({ length: 52 }, (_, week) => {
      const shift = week * 7 * DAY_MS;
      const at = (each: PublishedSet, id: number): PublishedSet => ({
        ...each,
        elements: { ...each.elements, id, epochMs: each.elements.epochMs + shift },
        knownAt: new Date(each.elements.epochMs + shift + DAY_MS).toISOString(),
      });
      return [at(other![0]!, 44421), at(other![0]!, 44835)];
    });
    const year = told(together.flat(), "2025-09-15").filter(({ kind }) => kind === "coplanar");
    expect(year).toHaveLength(1);
    const returned = told([...together.slice(0, 10), ...together.slice(40)].flat(), "2025-09-15");
    expect(returned.filter(({ kind }) => kind === "coplanar")).toHaveLength(2);
  });

  test("what is told is the same whatever became known later", () => {
    for (const until of ["2017-12-01", "2020-01-15", "2020-06-15", "2021-03-02", "2024-09-01"]) {
      const then = told(
        sets.filter(({ knownAt }) => knownAt.slice(0, 10) <= until),
        until,
      );
      expect(then).toEqual(all.filter(({ knownAt }) => knownAt < until));
    }
  });
});
