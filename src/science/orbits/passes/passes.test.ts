import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Geodetic } from "#science/earth/index.ts";
import { compileKernel } from "../../../../tools/build-kernel.ts";
import { randomElements } from "../approaches/testing/random-elements.ts";
import { readElements } from "../elements/read-elements.ts";
import { initialise, type Orbits } from "../sgp4/initialise.ts";
import { findPasses, type Pass } from "./find-passes.ts";
import { isSunlit } from "./shadow.ts";
import { viewAt } from "./view.ts";

const CATALOGUE = "../shared/data/orbit/catalog_20250901.tle.gz";
const FROM = Date.UTC(2025, 8, 2, 3, 4, 5);
const DAY_MS = 86_400_000;
/** As long as is looked at second by second. */
const WATCHED_MS = DAY_MS / 2;

const ISS = `1 25544U 98067A   25244.16084884  .00016000  00000-0  28453-3 0  9990
2 25544  51.6343 304.4450 0004748 349.3071  10.7521 15.50047605527130`;
/** Over 60° E, inclined by 0.05°. */
const STATIONARY = `1 40258U 14058A   25244.50000000  .00000100  00000-0  00000-0 0  9990
2 40258   0.0500  90.0000 0001000 100.0000 270.0000  1.00270000 40000`;
const TWO_SUMMITS = `1 00001U 20001A   31060.79415264  .00000000  00000-0  10000-4 0  999
2 00001  63.4000   0.9849 7400000 270.0000 353.1783  2.00570000    1`;
const DECAYING = `1 29141U 85108AA  06170.26783845  .99999999  00000-0  13519-0 0   718
2 29141  82.4288 273.4882 0015848 277.2124  83.9133 15.93343074  6828`;

function orbitsOf(...sets: string[]): Orbits {
  const text = sets.join("\n").replace(/^(.{68}).$/gm, "$1");
  return initialise(readElements(text, "test").elements);
}

function passesOf(
  orbits: Orbits,
  sites: readonly Geodetic[],
  minElevationDeg = 0,
  days = 1,
  fromMs = FROM,
): Pass[] {
  const found: Pass[] = [];
  const question = { sites, minElevationDeg, fromMs, toMs: fromMs + days * DAY_MS };
  findPasses(orbits, { first: 0, end: orbits.count }, question, (pass) => found.push({ ...pass }));
  return found;
}

const at = (latDeg: number, lonDeg: number, altKm = 0): Geodetic => ({ latDeg, lonDeg, altKm });

interface Watched {
  readonly stepMs: number;
  readonly spanMs: number;
}

const CLOSELY: Watched = { stepMs: 1000, spanMs: WATCHED_MS };

/** Looks every second or so, and halves the step in which something crosses. */
function bruteForce(
  orbits: Orbits,
  object: number,
  site: Geodetic,
  minElevationDeg: number,
  { stepMs, spanMs }: Watched,
) {
  const above = (ms: number) => viewAt(orbits, object, site, ms)!.elevationDeg - minElevationDeg;
  const crossing = (from: number, to: number) => {
    const isRise = above(from) < 0;
    for (let i = 0; i < 24; i++) {
      const middle = (from + to) / 2;
      if (above(middle) < 0 === isRise) from = middle;
      else to = middle;
    }
    return from;
  };
  const summit = ({ riseMs, peakMs }: { riseMs: number; peakMs: number }, setMs: number) => {
    let [from, to] = [Math.max(riseMs, peakMs - stepMs), Math.min(setMs, peakMs + stepMs)];
    while (to - from > 5) {
      const [left, right] = [(2 * from + to) / 3, (from + 2 * to) / 3];
      if (above(left) < above(right)) from = left;
      else to = right;
    }
    return { peakMs: from, highest: above(from) };
  };
  const found: { riseMs: number; setMs: number; peakMs: number; highest: number }[] = [];
  let before = above(FROM);
  let open = before >= 0 ? { riseMs: FROM, peakMs: FROM, highest: before } : null;
  for (let ms = FROM + stepMs; ms <= FROM + spanMs; ms += stepMs) {
    const now = above(ms);
    if (before < 0 && now >= 0) open = { riseMs: crossing(ms - stepMs, ms), peakMs: ms, highest: now };
    if (open && now > open.highest) Object.assign(open, { peakMs: ms, highest: now });
    if (open && before >= 0 && now < 0) {
      const setMs = crossing(ms - stepMs, ms);
      found.push({ ...open, setMs, ...summit(open, setMs) });
      open = null;
    }
    before = now;
  }
  if (open) found.push({ ...open, setMs: FROM + spanMs, ...summit(open, FROM + spanMs) });
  return found;
}

function expectAsBruteForce(
  orbits: Orbits,
  sites: readonly Geodetic[],
  minElevationDeg: number,
  watched: Watched = CLOSELY,
): void {
  const found = passesOf(orbits, sites, minElevationDeg, watched.spanMs / DAY_MS);
  for (let object = 0; object < orbits.count; object++) {
    sites.forEach((site, i) => {
      const mine = found.filter((pass) => pass.object === object && pass.site === i);
      const reference = bruteForce(orbits, object, site, minElevationDeg, watched);
      expect(mine.length, `passes of ${orbits.ids[object]} over site ${i}`).toBe(reference.length);
      mine.forEach((pass, k) => {
        expect(Math.abs(pass.riseMs - reference[k]!.riseMs)).toBeLessThan(100);
        expect(Math.abs(pass.setMs - reference[k]!.setMs)).toBeLessThan(100);
        const isNear = Math.abs(pass.peakMs - reference[k]!.peakMs) < 100;
        // What hardly moves may be at its highest for minutes.
        const peakDeg = viewAt(orbits, object, site, pass.peakMs)!.elevationDeg;
        const isAsHigh = Math.abs(peakDeg - minElevationDeg - reference[k]!.highest) < 1e-5;
        expect(isNear || isAsHigh, `peak over site ${i}`).toBe(true);
      });
    });
  }
}

test("the kernel is what its sources make", async () => {
  const folder = "src/science/orbits/passes/search";
  expect(readFileSync(`${folder}/kernel-bytes.ts`, "utf8")).toBe(await compileKernel(folder));
});

test("any orbit over any site, at any least elevation, passes as looking every few seconds says", () => {
  const latDeg = fc.oneof(fc.constantFrom(90, -90, 0), fc.double({ min: -90, max: 90, noNaN: true }));
  const lonDeg = fc.double({ min: -180, max: 180, noNaN: true });
  const site = fc.record({ latDeg, lonDeg, altKm: fc.double({ min: 0, max: 5, noNaN: true }) });
  const least = fc.oneof(fc.constant(0), fc.double({ min: -2, max: 60, noNaN: true }));
  // Of five kinds, from low circular ones to eccentric ones of half a day and the stationary belt.
  const skies = fc.tuple(fc.nat(1000), fc.nat(4));
  fc.assert(
    fc.property(
      skies,
      fc.array(site, { minLength: 1, maxLength: 3 }),
      least,
      ([seed, kind], sites, elevation) => {
        const orbits = initialise(randomElements(5, seed, FROM).slice(kind, kind + 1));
        expectAsBruteForce(orbits, sites, elevation, { stepMs: 4000, spanMs: DAY_MS / 3 });
      },
    ),
    { numRuns: 60, seed: 20_250_902 },
  );
}, 120_000);

test("passes rise and set where looking every second finds them, at any latitude and either side of 180°", () => {
  const sites = [at(0, 0), at(51, -114, 1.1), at(-35.4, 179.99), at(-35.4, -179.99)];
  expectAsBruteForce(orbitsOf(ISS), sites, 0);
  expectAsBruteForce(orbitsOf(ISS), [at(51, -114, 1.1)], 10);
});

test("a pass that only just touches the least elevation rises and sets where SGP4 has it", () => {
  const orbits = orbitsOf(ISS);
  const site = at(51, -114, 1.1);
  for (const { peakMs } of passesOf(orbits, [site])) {
    for (const below of [1e-3, 1e-4, 1e-5]) {
      const least = viewAt(orbits, 0, site, peakMs)!.elevationDeg - below;
      const found = passesOf(orbits, [site], least);
      const { riseMs, setMs } = found.findLast((pass) => pass.riseMs <= peakMs)!;
      const isUp = (ms: number) => viewAt(orbits, 0, site, ms)!.elevationDeg >= least;
      const turns = [isUp(riseMs - 100), isUp(riseMs + 100), isUp(setMs - 100), isUp(setMs + 100)];
      if (setMs - riseMs > 200) expect(turns).toEqual([false, true, true, false]);
      else expect([turns[0], isUp((riseMs + setMs) / 2), turns[3]]).toEqual([false, true, false]);
    }
  }
});

test("a place has one set of passes, however its longitude is written", () => {
  const [east, west] = [passesOf(orbitsOf(ISS), [at(10, 190)]), passesOf(orbitsOf(ISS), [at(10, -170)])];
  expect(east.length).toBeGreaterThan(0);
  east.forEach((pass, i) => expect(Math.abs(pass.riseMs - west[i]!.riseMs)).toBeLessThan(0.01));
});

test("what hangs over the equator is always up near it, marked at both ends, and never up at the other side", () => {
  const orbits = orbitsOf(STATIONARY);
  const { lonDeg } = underneath(orbits);
  expect(passesOf(orbits, [at(0, lonDeg)])).toMatchObject([
    { riseMs: FROM, setMs: FROM + DAY_MS, startsBefore: true, endsAfter: true },
  ]);
  expect(passesOf(orbits, [at(0, lonDeg - 180), at(90, 0), at(-90, 0)])).toEqual([]);
});

test("what hardly moves rises and sets within a tenth of a second of where SGP4 says", () => {
  const orbits = orbitsOf(STATIONARY);
  const { lonDeg } = underneath(orbits);
  const sites = [81.27, 81.28, 81.395].map((latDeg) => at(latDeg, lonDeg));
  expect(passesOf(orbits, sites).some((pass) => !pass.startsBefore && !pass.endsAfter)).toBe(true);
  expectAsBruteForce(orbits, sites, 0, { stepMs: 10_000, spanMs: DAY_MS });
});

test("of two summits, hours apart and both near the zenith, the higher one is the peak", () => {
  const orbits = orbitsOf(TWO_SUMMITS);
  const site = at(28, 86.9, 8.848);
  const fromMs = Date.UTC(2031, 3, 3, 5);
  const [pass] = passesOf(orbits, [site], 5, 0.5, fromMs);
  const elevation = (ms: number) => viewAt(orbits, 0, site, ms)!.elevationDeg;
  let highest = fromMs;
  for (let ms = fromMs; ms < fromMs + DAY_MS / 2; ms += 5000) {
    if (elevation(ms) > elevation(highest)) highest = ms;
  }
  expect(Math.abs(pass!.peakMs - highest)).toBeLessThan(5000);
});

/** Where on the equator the first object stands highest. */
function underneath(orbits: Orbits) {
  const places = Array.from({ length: 360 }, (_, lonDeg) => ({
    lonDeg,
    elevationDeg: viewAt(orbits, 0, at(0, lonDeg), FROM)!.elevationDeg,
  }));
  return places.reduce((best, place) => (place.elevationDeg > best.elevationDeg ? place : best));
}

test("a pass that goes on beyond the span is cut there and says so", () => {
  const [whole] = passesOf(orbitsOf(ISS), [at(0, 0)]).filter(({ startsBefore }) => !startsBefore);
  const middle = (whole!.riseMs + whole!.setMs) / 2;
  const before = passesOf(orbitsOf(ISS), [at(0, 0)], 0, (middle - FROM) / DAY_MS).at(-1)!;
  expect(before).toMatchObject({ startsBefore: false, endsAfter: true });
  expect(before.setMs).toBeCloseTo(middle, 3);
  expect(Math.abs(before.riseMs - whole!.riseMs)).toBeLessThan(50);
  const after = passesOf(orbitsOf(ISS), [at(0, 0)], 0, 0.1, middle)[0]!;
  expect(after).toMatchObject({ riseMs: middle, startsBefore: true, endsAfter: false });
  expect(Math.abs(after.setMs - whole!.setMs)).toBeLessThan(50);
});

test("an object that decays is lost from then on, and the others are still there", () => {
  const orbits = orbitsOf(DECAYING, STATIONARY);
  const fromMs = orbits.epochsMs[0]!;
  const question = {
    sites: [0, 90, 180, 270].map((lonDeg) => at(60, lonDeg)),
    minElevationDeg: 0,
    fromMs,
    toMs: fromMs + 5 * DAY_MS,
  };
  const objects = new Set<number>();
  let isFinite = true;
  const lost = findPasses(orbits, { first: 0, end: 2 }, question, (pass) => {
    objects.add(pass.object);
    isFinite &&= [pass.riseMs, pass.peakMs, pass.setMs].every(Number.isFinite);
  });
  expect(lost).toEqual([{ object: 0, fromMs: expect.any(Number) as number, error: "decayed" }]);
  expect(lost[0]!.fromMs).toBeGreaterThan(fromMs);
  expect([...objects]).toEqual([0, 1]);
  expect(isFinite).toBe(true);
});

test("passes of an object that decays are told to its last moment, as looking every second does", () => {
  const orbits = orbitsOf(DECAYING);
  const sites = Array.from({ length: 300 }, (_, n) => at(90 - n * 0.6, (n * 137.5) % 360));
  const fromMs = orbits.epochsMs[0]!;
  for (const days of [5, 4.9, 4.8]) {
    const found: Pass[] = [];
    const question = {
      sites,
      minElevationDeg: 0,
      fromMs: fromMs + (5 - days) * 1e7,
      toMs: fromMs + 5 * DAY_MS,
    };
    const [lost] = findPasses(orbits, { first: 0, end: 1 }, question, (pass) => found.push({ ...pass }));
    const end = lost!.fromMs;
    expect(viewAt(orbits, 0, sites[0]!, end)).not.toBeNull();
    expect(viewAt(orbits, 0, sites[0]!, end + 2)).toBeNull();
    const above = (site: number, ms: number) => viewAt(orbits, 0, sites[site]!, ms)!.elevationDeg;
    sites.forEach((_, site) => {
      const mine = found.filter((pass) => pass.site === site);
      for (let ms = end; ms > end - 300_000; ms -= 1000) {
        const isTold = mine.some(({ riseMs, setMs }) => riseMs <= ms && ms <= setMs);
        if (Math.abs(above(site, ms)) > 1e-3)
          expect(isTold, `site ${site} at ${ms - end}`).toBe(above(site, ms) > 0);
      }
      for (const { peakMs, setMs, endsAfter } of mine.filter((pass) => pass.setMs > end - 300_000)) {
        expect(endsAfter).toBe(above(site, end) > 0 && Math.abs(setMs - end) < 1);
        if (!endsAfter) expect(Math.abs(above(site, setMs))).toBeLessThan(1e-3);
        for (const ms of [peakMs - 100, peakMs + 100])
          if (ms < end) expect(above(site, ms)).toBeLessThan(above(site, peakMs) + 1e-6);
      }
    });
  }
});

test("a question that makes no sense is refused", () => {
  const ask = (changed: object) => () =>
    findPasses(
      orbitsOf(ISS),
      { first: 0, end: 1 },
      { sites: [], minElevationDeg: 0, fromMs: 0, toMs: 1, ...changed },
      () => {},
    );
  expect(ask({ toMs: 0 })).toThrow(/span must be longer/);
  expect(ask({ toMs: Infinity })).toThrow(/span/);
  expect(ask({ minElevationDeg: 90 })).toThrow(/elevation must be in/);
  expect(ask({ sites: [at(91, 0)] })).toThrow(/latitude/);
});

test("an object is in the full shadow only behind the Earth, and only within its cone", () => {
  const sun = [149_600_000, 0, 0] as const;
  expect(isSunlit([7000, 0, 0], sun)).toBe(true);
  expect(isSunlit([-7000, 0, 0], sun)).toBe(false);
  expect(isSunlit([-7000, 6400, 0], sun)).toBe(true);
  expect(isSunlit([-7000, 6340, 0], sun)).toBe(false);
  expect(isSunlit([-1_300_000, 0, 0], sun)).toBe(false);
  expect(isSunlit([-1_500_000, 0, 0], sun)).toBe(true);
});

const why = existsSync(CATALOGUE) ? null : `${CATALOGUE} is not there`;
if (why) process.stderr.write(`skipped passes of a whole catalogue: ${why}\n`);
describe.skipIf(why !== null)("on a whole catalogue", () => {
  test("objects of every kind, polar sites and grazing passes agree with looking every second", () => {
    const text = gunzipSync(readFileSync(CATALOGUE)).toString();
    const some = readElements(text, CATALOGUE).elements.filter((_, i) => i % 6000 === 7);
    const sites = [at(90, 0), at(-90, 0), at(40.96, 100.29, 1)];
    expectAsBruteForce(initialise(some), sites, 0);
    expectAsBruteForce(initialise(some), sites.slice(2), 10);
  });
});
