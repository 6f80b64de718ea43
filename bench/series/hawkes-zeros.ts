import { randomStream } from "#science/numbers/index.ts";
import { countsByType, simulateHawkes } from "#science/series/index.ts";
import { FEWEST_EVENTS } from "#science/series/hawkes/event-history.ts";
import { hawkesFits } from "#science/series/hawkes/fit.ts";
import { testZero } from "#science/series/hawkes/infer.ts";
import { parametersOf } from "#science/series/hawkes/parameter.ts";
import type { BenchRow } from "../bench-row.ts";
import { modelOf, TRUTHS, withError, type Truth } from "./hawkes-intervals.ts";

/** Excitations across types that are 0. */
const zerosOf = ({ a }: Truth) =>
  parametersOf(2, 1).filter(({ kind, to, from }) => kind === "a" && to !== from && a[to]![from] === 0);

/**
 * How often an interval leaves out an excitation across types that is 0: its test alone says so, and takes a small part
 * of the time of the intervals, so that many histories can be asked.
 */
export function benchHawkesZeros(histories: number, seed = "zeros", draws = 39): BenchRow[] {
  return TRUTHS.filter((truth) => zerosOf(truth).length > 0).map((truth) => {
    const model = modelOf(truth);
    const shares: number[] = [];
    for (let n = 0; shares.length < histories; n++) {
      const history = simulateHawkes(model, randomStream(`${seed} ${n}`));
      if (Math.min(...countsByType(history)) < FEWEST_EVENTS) continue;
      const fits = hawkesFits(history, model.baseline);
      const how = { draws, random: randomStream(`d${n}`) };
      const left = zerosOf(truth).map(({ hold }) => {
        const { loss, point } = testZero(fits, hold(0), how);
        return loss > point ? 1 : 0;
      });
      shares.push(left.reduce<number>((sum, one) => sum + one / left.length, 0));
    }
    return {
      name: `90 % Hawkes intervals that leave out a true 0, ${truth.name}, ${draws} draws, ${histories} histories`,
      figure: `${withError(shares)} %`,
      target: "8 to 12 %",
    };
  });
}

if (import.meta.main) {
  const [histories = "300", seed, draws] = process.argv.slice(2);
  for (const { name, figure } of benchHawkesZeros(Number(histories), seed, draws ? Number(draws) : undefined))
    console.log(`${name}: ${figure}`);
}
