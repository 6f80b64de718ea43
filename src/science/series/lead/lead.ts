import { counted, type Random } from "#science/numbers/index.ts";
import { SeriesRefused } from "../series-error.ts";
import { leadIndex, wilson, type Achievement, type LeadPoint } from "./lead-index.ts";
import { leaderMemory, type LeaderMemory } from "./leader-memory.ts";
import { runsTest, type RunsTest } from "./runs-test.ts";

/** Who led when, whether the lead alternates, and who is likely to lead next. */
export interface LeadAnswer {
  readonly n: number;
  /** The two sides; the index is the share of the first. */
  readonly sides: readonly [string, string];
  readonly alternation: RunsTest;
  readonly memory: LeaderMemory;
  readonly index: readonly LeadPoint[];
  /** The next first, with a 90 % interval: by base rate, unless memory wins out of sample. */
  readonly next: {
    readonly by: "base rate" | "who led last";
    readonly shares: Readonly<
      Record<string, { readonly share: number; readonly low: number; readonly high: number }>
    >;
  };
  readonly verdict: string;
}

const LEAST = 15;
const LEVEL = 0.05;

/** Achievements in the order of their times, of two sides. SeriesRefused below fifteen, or five of a side. */
export function lead(
  achievements: readonly Achievement[],
  sides: readonly [string, string],
  { halfLifeYears, random }: { readonly halfLifeYears: number; readonly random: Random },
): LeadAnswer {
  if (achievements.length < LEAST) {
    throw new SeriesRefused(
      "too-few",
      `${counted(achievements.length, "first")} of ${sides.join(" and ")} say little on who leads`,
      `at least ${LEAST} would be enough`,
    );
  }
  if (achievements.every(({ time }) => time === achievements[0]!.time)) {
    throw new SeriesRefused(
      "no-variance",
      `all ${achievements.length} firsts are at one time, so that none came before another`,
      "times that differ would be enough",
    );
  }
  const isFirst = achievements.map(({ side }) => side === sides[0]);
  const alternation = runsTest(isFirst);
  const memory = leaderMemory(
    isFirst.map((first) => (first ? 0 : 1)),
    2,
    random,
  );
  const next = nextLeader(isFirst, sides, memory.wins);
  return {
    n: achievements.length,
    sides,
    alternation,
    memory,
    index: leadIndex(achievements, sides[0], halfLifeYears),
    next,
    verdict: `${alternationWords(alternation)} ${nextWords(next, sides)}`,
  };
}

function nextLeader(
  isFirst: readonly boolean[],
  sides: readonly [string, string],
  hasMemory: boolean,
): LeadAnswer["next"] {
  const last = isFirst.at(-1)!;
  const cases = hasMemory ? isFirst.filter((_, i) => i > 0 && isFirst[i - 1] === last) : isFirst;
  const share = cases.filter(Boolean).length / cases.length;
  return {
    by: hasMemory ? "who led last" : "base rate",
    shares: { [sides[0]]: wilson(share, cases.length), [sides[1]]: wilson(1 - share, cases.length) },
  };
}

function alternationWords({ runs, expected, p, pAlternating, n }: RunsTest): string {
  const seen = `${runs} runs in ${n} firsts where chance has ${expected.toFixed(1)} (p ${p.toFixed(p < 0.01 ? 3 : 2)})`;
  if (p > LEVEL) return `An alternation of the lead is not shown: ${seen}.`;
  return pAlternating < 0.5
    ? `The lead alternates: ${seen}.`
    : `The lead persists rather than alternates: ${seen}.`;
}

function nextWords({ by, shares }: LeadAnswer["next"], sides: readonly [string, string]): string {
  const told = sides.map((side) => {
    const { share, low, high } = shares[side]!;
    return `${side} with ${whole(share)} % (${whole(low)}–${whole(high)})`;
  });
  const because =
    by === "base rate" ? "who led last adds nothing out of sample" : "who led last helps out of sample";
  return `The next first is ${told.join(", ")}, by the ${by === "base rate" ? "base rate" : "one before"}, as ${because}.`;
}

/** In per cent. */
const whole = (share: number) => Math.round(100 * share);
