import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { poissonDraw, randomStream, standardNormal } from "#science/numbers/index.ts";
import { onlineChange } from "./online-change.ts";
import { countRuns, normalRuns, type RunEvidence } from "./run-evidence.ts";
import { runLengths } from "./run-length.ts";

const NILE = "../shared/data/forecast/timeseries/nile_1871_1970.csv";

test("two counts, 0 and 3, worked out by hand", () => {
  // Rate exponential with mean 3/2: P(0) = 2/5, P(3) = 54/625, P(0, 3) = 27/2048 in one run.
  const { changes, logEvidence, beganAt } = runLengths(2, countRuns(Float64Array.of(0, 3)), 0.5);
  const [apart, together] = [((2 / 5) * 54) / 625 / 2, 27 / 2048 / 2];
  expect(changes[1]).toBeCloseTo(apart / (apart + together), 12);
  expect(logEvidence).toBeCloseTo(Math.log(apart + together), 12);
  expect(beganAt(2)[0]).toBeCloseTo(together / (apart + together), 12);
});

/** Every way to cut n values into runs: its probability with the values, and where runs begin. */
function everySegmentation(n: number, evidence: RunEvidence, hazard: number) {
  return Array.from({ length: 2 ** (n - 1) }, (_, mask) => {
    const starts = Array.from({ length: n - 1 }, (_unused, i) => i + 1).filter(
      (at) => mask & (1 << (at - 1)),
    );
    const bounds = [0, ...starts, n];
    const log = bounds.slice(1).reduce((sum, to, i) => sum + evidence(bounds[i]!, to), 0);
    return { starts, p: Math.exp(log) * hazard ** starts.length * (1 - hazard) ** (n - 1 - starts.length) };
  });
}

test("the messages say what all segmentations together say", () => {
  const whole = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 8 });
  fc.assert(
    fc.property(
      whole,
      fc.double({ min: 0.05, max: 0.9, noNaN: true }),
      fc.boolean(),
      (list, hazard, isCount) => {
        fc.pre(new Set(list).size > 1);
        const values = Float64Array.from(list);
        const n = values.length;
        const evidence = isCount ? countRuns(values) : normalRuns(values);
        const told = runLengths(n, evidence, hazard);
        const all = everySegmentation(n, evidence, hazard);
        const share = (holds: (starts: readonly number[]) => boolean) =>
          all.reduce((sum, { starts, p }) => sum + (holds(starts) ? p : 0), 0) /
          all.reduce((sum, { p }) => sum + p, 0);
        for (let at = 1; at < n; at++) {
          expect(told.changes[at]).toBeCloseTo(
            share((starts) => starts.includes(at)),
            10,
          );
          expect(told.beganAt(n)[at]).toBeCloseTo(
            share((starts) => starts.at(-1) === at),
            10,
          );
        }
        expect(told.noneWithin(1, 2)).toBeCloseTo(
          share((starts) => starts.every((at) => at > 2)),
          10,
        );
      },
    ),
    { numRuns: 60 },
  );
});

test.skipIf(!existsSync(NILE))(
  "the Nile changed in 1899 or close by, and it was noticed within a few years",
  () => {
    const rows = readFileSync(NILE, "utf8").trim().split("\n").slice(1);
    const answer = onlineChange(Float64Array.from(rows, (row) => Number(row.split(",")[1])))!;
    expect(answer.family).toBe("normal");
    expect(answer.changes).toHaveLength(1);
    const [{ at, p, low, high, within, noticedAt }] = answer.changes as [(typeof answer.changes)[number]];
    expect(1871 + at).toBe(1899);
    expect(p).toBeGreaterThan(0.6);
    expect([low, high].map((i) => 1871 + i)).toEqual([1897, 1901]);
    expect(within).toBeGreaterThan(0.95);
    expect(1871 + noticedAt!).toBe(1902);
  },
);

test("counts that treble are placed and noticed soon; counts at one rate are rarely a change", () => {
  let [near, noticed, alarms, counts] = [0, 0, 0, 0];
  for (let seed = 0; seed < 60; seed++) {
    const random = randomStream(`counts ${seed}`);
    const answer = onlineChange(
      Float64Array.from({ length: 60 }, (_, i) => poissonDraw(random, i < 35 ? 3 : 9)),
    )!;
    if (answer.family === "counts") counts++;
    if (answer.changes.some(({ at }) => Math.abs(at - 35) <= 2)) near++;
    if (answer.changes.some(({ noticedAt }) => noticedAt !== null && noticedAt >= 33 && noticedAt <= 40))
      noticed++;
    const calm = onlineChange(Float64Array.from({ length: 60 }, () => poissonDraw(random, 3)))!;
    if (calm.changes.length > 0) alarms++;
  }
  expect(counts).toBeGreaterThan(54);
  expect(near).toBeGreaterThan(52);
  expect(noticed).toBeGreaterThan(52);
  expect(alarms).toBeLessThan(8);
});

test("probabilities of a change mean what they say in series made by the model", () => {
  let [told, came, n] = [0, 0, 0];
  for (let seed = 0; seed < 150; seed++) {
    const random = randomStream(`normal ${seed}`);
    let level = 0;
    const truth = new Set<number>();
    const values = Float64Array.from({ length: 60 }, (_, i) => {
      if (i > 0 && random() < 1 / 60) {
        level = 4 * standardNormal(random);
        truth.add(i);
      }
      return level + standardNormal(random);
    });
    for (const { low, high, within } of onlineChange(values)!.changes) {
      n++;
      told += within;
      if ([...truth].some((at) => at >= low && at <= high)) came++;
    }
  }
  expect(n).toBeGreaterThan(80);
  expect(Math.abs(told / n - came / n)).toBeLessThan(0.08);
});
