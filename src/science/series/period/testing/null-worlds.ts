import { randomStream, type Random } from "#science/numbers/index.ts";
import { drawRedNoise, gapsOf } from "../../red-noise.ts";
import { eventTrial } from "../event-period.ts";
import { drawSelfExciting } from "../self-exciting.ts";
import { seriesTrial } from "../series-period.ts";
import { rejectionsOf, type Rejections } from "./rejections.ts";

/** A world without a cycle, made from numbers and not from the fit under test. */
export interface NullWorld {
  readonly name: string;
  /** The null that is true in it. */
  readonly null: string;
  readonly ask: (random: Random, draws: number) => Rejections;
}

const YEARS = 69;
const EVENT_BAND = { min: 2, max: 20 };
const SERIES_BAND = { min: 2, max: 30 };
const DAY = 1 / 366;

type Times = (random: Random) => ArrayLike<number>;

const events = (name: string, nullName: string, times: Times, cell = DAY): NullWorld => ({
  name: `events, ${name}`,
  null: nullName,
  ask(random, draws) {
    const dated = Array.from(drawEnough(times, random), (time) => ({ time, cell }));
    const trial = eventTrial(dated, { band: EVENT_BAND, span: { from: 0, to: YEARS }, random });
    return rejectionsOf(trial, nullName, random, draws);
  },
});

/** Too few events are refused, so that they raise no alarm; here they are drawn again. */
function drawEnough(times: Times, random: Random): ArrayLike<number> {
  for (;;) {
    const drawn = times(random);
    if (drawn.length >= 20) return drawn;
  }
}

/** `count` times of a rate, given as its share of the highest at a share of the span. */
const atRate =
  (count: number, rate: (share: number) => number): Times =>
  (random) => {
    const next = (): number => {
      const share = random();
      return random() < rate(share) ? YEARS * share : next();
    };
    return Array.from({ length: count }, next);
  };

const clusters =
  (background: number, branching: number, decay: number): Times =>
  (random) =>
    drawSelfExciting({ background, branching, decay }, { from: 0, to: YEARS, most: 5000 }, random);

const series = (
  name: string,
  nullName: string,
  { count, correlation, trend }: { count: number; correlation: number; trend: (share: number) => number },
): NullWorld => ({
  name: `series, ${name}`,
  null: nullName,
  ask(random, draws) {
    const times = Float64Array.from({ length: count }, (_, i) => 1900 + i);
    const noise = drawRedNoise(gapsOf(times), { correlation, sd: 1 }, random);
    const values = noise.map((value, i) => value + trend(i / count));
    return rejectionsOf(seriesTrial(times, values, SERIES_BAND), nullName, random, draws);
  },
});

const flat = () => 0;

/** Worlds for each null: small and large, mild and strong. */
export const NULL_WORLDS: readonly NullWorld[] = [
  events(
    "40 even",
    "even Poisson",
    atRate(40, () => 1),
  ),
  events(
    "120 even, by year",
    "even Poisson",
    atRate(120, () => 1),
    1,
  ),
  events(
    "60 growing sevenfold",
    "smooth Poisson",
    atRate(60, (x) => Math.exp(2 * (x - 1))),
  ),
  events(
    "100 most at first",
    "smooth Poisson",
    atRate(100, (x) => (1 + 0.8 * Math.cos(Math.PI * x)) / 1.8),
  ),
  events("half called forth, over a year", "self-exciting", clusters(0.5, 0.5, 1)),
  events("two thirds called forth, over months", "self-exciting", clusters(0.5, 0.67, 4)),
  events("half called forth, by year", "self-exciting", clusters(1, 0.5, 1), 1),
  series("100 white", "white noise", { count: 100, correlation: 0, trend: flat }),
  series("100 red, 0.5", "red noise", { count: 100, correlation: 0.5, trend: flat }),
  series("300 red, 0.8", "red noise", { count: 300, correlation: 0.8, trend: flat }),
  series("100 red, 0.5, on a trend", "trend and red noise", {
    count: 100,
    correlation: 0.5,
    trend: (x) => 4 * x,
  }),
  series("150 red, 0.7, on a bow", "trend and red noise", {
    count: 150,
    correlation: 0.7,
    trend: (x) => 8 * x * (1 - x),
  }),
];

/** Shares of false alarms at the 5 % level: by the p of the null that is true, and by the worst p. */
export function falseAlarms(
  { name, ask }: NullWorld,
  runs: number,
  draws: number,
): { own: number; worst: number } {
  let [own, worst] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const rejected = ask(randomStream(`${name} ${run}`), draws);
    if (rejected.own) own++;
    if (rejected.every) worst++;
  }
  return { own: own / runs, worst: worst / runs };
}
