import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { WatchedObject } from "#model/watched-object.ts";
import { readElements } from "#science/orbits/index.ts";
import type { PublishedSet } from "../elements/published-set.ts";
import { chanceOfAsMany } from "./class-baseline.ts";
import { unusualManoeuvres } from "./unusual-manoeuvres.ts";

const HISTORIES = "../shared/data/orbit/strategic_histories_1997-2025.3le.gz";
const DAY_MS = 86_400_000;
const THREE_YEARS_MS = 1096 * DAY_MS;
const [QUIET, OTHERS] = [
  [42986, 44422, 42798, 39765],
  [44797, 44835, 40555],
];

const object = (id: number): WatchedObject => ({
  id: String(id),
  name: `Object ${id}`,
  actor: "RUS",
  class: "inspector",
  role: "followed",
  source: "catalogue",
});

const published = (elements: PublishedSet["elements"]): PublishedSet => ({
  elements,
  knownAt: new Date(elements.epochMs + DAY_MS).toISOString(),
  capture: "c".repeat(64),
});

/** Real histories, and those of the quiet ones once more three years earlier, as satellites of the same class. */
function realSets(): PublishedSet[] {
  const { elements } = readElements(gunzipSync(readFileSync(HISTORIES)).toString(), "strategic");
  const own = elements.filter(({ id }) => [...QUIET!, ...OTHERS!].includes(id));
  const earlier = own
    .filter(({ id }) => QUIET!.includes(id))
    .map((each) => ({ ...each, id: each.id + 900_000, epochMs: each.epochMs - THREE_YEARS_MS }));
  return [...own, ...earlier].map(published);
}

const OBJECTS = [...QUIET!, ...OTHERS!, ...QUIET!.map((id) => id + 900_000)].map(object);
const told = (sets: readonly PublishedSet[], until: string) =>
  unusualManoeuvres(sets, OBJECTS, until, "TLP:CLEAR");

test("the chance is a Poisson tail where the rate is known well, and more where it is not", () => {
  const known = (years: number) => ({ years, count: years });
  // 1 - e^-0.25 (1 + 0.25 + 0.25²/2)
  expect(chanceOfAsMany(known(100_000), 3, 0.25)).toBeCloseTo(0.002161, 5);
  expect(chanceOfAsMany(known(5), 3, 0.25)).toBeGreaterThan(0.0025);
  expect(chanceOfAsMany(known(1), 30, 0.25)).toBe(1);
});

test("without element sets nothing is unusual", () => {
  expect(told([], "2025-09-15")).toEqual([]);
});

describe.skipIf(!existsSync(HISTORIES))(`real histories (need ${HISTORIES})`, () => {
  const sets = existsSync(HISTORIES) ? realSets() : [];
  const all = told(sets, "2022-09-15");

  test("the months in which Cosmos 2542 and 2504 manoeuvred again and again stand out of a quiet class", () => {
    const by = (id: number) => all.filter((each) => each.id.startsWith(`orbits/manoeuvre/${id}/`));
    expect(by(44797).length).toBeGreaterThan(0);
    expect(by(40555).length).toBeGreaterThan(0);
    expect(QUIET!.flatMap(by)).toEqual([]);
    const one = by(44797)[0]!;
    expect(one.claim).toMatch(/unusual in rate for its class \(inspector\)/);
    expect(one.attributes.baseline).toMatch(
      /a year, from \d+ in [\d.]+ satellite-years of \d+ known before 2020/,
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test("what is told is the same whatever became known later", () => {
    for (const until of ["2020-01-10", "2020-06-15"]) {
      const then = told(
        sets.filter(({ knownAt }) => knownAt.slice(0, 10) <= until),
        until,
      );
      expect(then).toEqual(all.filter(({ knownAt }) => knownAt < until));
    }
  });
});
