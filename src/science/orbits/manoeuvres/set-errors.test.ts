import { describe, expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import type { AlongTrack } from "./along-track.ts";
import { SHARED, setErrorsOf, withoutSharing, type SetErrors } from "./set-errors.ts";
import { ROW } from "./solve-weighted.ts";
import { whitening } from "./whitening.ts";

const COUNT = 1200;
const [METRES, METRES_PER_DAY] = [80, 20];

/** Daily sets of an orbit that decays evenly, whose errors keep such a part from one set to the next. */
function trackOf(kept: number, seed: number): AlongTrack {
  const random = randomStream(seed);
  const normal = () => Array.from({ length: 12 }, random).reduce((a, b) => a + b, -6);
  const days = Float64Array.from({ length: COUNT }, (_, i) => i);
  const own = Math.sqrt(1 - kept * kept);
  const errorsOf = () => {
    let last = normal();
    return days.map(() => (last = kept * last + own * normal()));
  };
  const [m, r] = [errorsOf(), errorsOf()];
  return {
    sets: [],
    days,
    metres: days.map((day, i) => 5 * day * day + METRES * m[i]!),
    metresPerDay: days.map((day, i) => 10 * day + METRES_PER_DAY * r[i]!),
  };
}

/** What the middle set is taken to keep of the errors of distance and rate of the one before, each of its own. */
const keptOf = (track: AlongTrack): readonly number[] => {
  const { shared } = setErrorsOf(track);
  const middle = SHARED * (COUNT >> 1);
  return [shared[middle + 3]!, shared[middle + 6]!];
};

describe("errors of sets", () => {
  test("have their scale, whatever the orbit does", () => {
    const errors = setErrorsOf(trackOf(0, 1));
    expect(Math.abs(errors.metres[COUNT >> 1]! / METRES - 1)).toBeLessThan(0.3);
    expect(Math.abs(errors.metresPerDay[COUNT >> 1]! / METRES_PER_DAY - 1)).toBeLessThan(0.2);
  });

  test("that are independent are kept by no next set, those that last are, the more the longer", () => {
    for (const seed of [1, 2, 3]) {
      const [none, some, much] = [0, 0.4, 0.8].map((kept) => keptOf(trackOf(kept, seed)));
      for (const each of [0, 1]) {
        expect(Math.abs(none![each]!)).toBeLessThan(0.25);
        expect(some![each]!).toBeGreaterThan(none![each]!);
        expect(much![each]!).toBeGreaterThan(some![each]!);
      }
    }
  });
});

describe("whitened sets", () => {
  const around = { from: 0, to: COUNT, day: 0, lagDays: 0, halfDays: Infinity };

  /** Distances and rates, each whitened, without the orbit. */
  function whitened(kept: number, seed: number): readonly Float64Array[] {
    const track = trackOf(kept, seed);
    const rows = new Float64Array(2 * ROW * COUNT);
    const [distances, rates] = [
      track.metres.map((metres, i) => metres - 5 * track.days[i]! ** 2),
      track.metresPerDay.map((rate, i) => rate - 10 * track.days[i]!),
    ];
    whitening(track.days, setErrorsOf(track), around)(distances, rates, rows, 4);
    const of = (first: number) => Float64Array.from({ length: COUNT }, (_, i) => rows[first + 2 * ROW * i]!);
    return [of(4), of(ROW + 4)];
  }

  const correlation = (a: Float64Array, b: Float64Array) => {
    const sum = (x: Float64Array, y: Float64Array) =>
      x.reduce((total, value, i) => total + value * (y[i] ?? 0), 0);
    return sum(a, b) / Math.sqrt(sum(a, a) * sum(b, b));
  };

  test("say less of what the one before said than sets do", () => {
    for (const seed of [1, 2, 3]) {
      for (const values of whitened(0.8, seed)) {
        expect(Math.abs(correlation(values.subarray(0, -1), values.subarray(1)))).toBeLessThan(0.5);
      }
    }
  });

  test("are divided by their scale alone after a long gap, and where they share nothing", () => {
    const each = [1, 0, 1, 0.7, 0, 0, 0.7];
    const sharing = {
      metres: Float64Array.of(50, 50),
      metresPerDay: Float64Array.of(5, 5),
      gapDays: Float64Array.of(1, 1),
      drag: { usual: Float64Array.of(0, 0), scale: Float64Array.of(1, 1) },
      shared: Float64Array.from([...each, ...each]),
    };
    const second = (errors: SetErrors, gapDays: number) => {
      const rows = new Float64Array(4 * ROW);
      const whiten = whitening(Float64Array.of(0, gapDays), errors, { ...around, to: 2 });
      whiten(Float64Array.of(100, 100), Float64Array.of(5, 5), rows, 0);
      return rows[2 * ROW]!;
    };
    expect(second(sharing, 9)).toBeCloseTo(2 / Math.sqrt(1.05), 6);
    expect(second(sharing, 1)).toBeCloseTo(0.6 / Math.sqrt(1 - 0.49 + 0.05), 6);
    const alone = withoutSharing(sharing, (set) => set === 1);
    expect(second(alone, 1)).toBeCloseTo(2 / Math.sqrt(1.05), 6);
  });
});
