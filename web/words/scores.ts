import type { ScoreboardReply } from "../../src/api/contract.ts";
import { count, longDay } from "./dates.ts";
import { signed } from "./probability.ts";

type Track = ScoreboardReply["live"];
type Skill = NonNullable<Track["horizons"][number]["scores"]>["skill"]["baseRate"];

/** `0.184`; an unknown score is said. */
export function scoreText(score: number | null | undefined): string {
  return score === null || score === undefined ? "unknown" : score.toFixed(3);
}

/** `+0.12 (−0.03 to +0.24)`, or what is missing. */
export function skillText({ value, low, high }: Skill): string {
  if (value === null) return "unknown";
  const interval = low === null || high === null ? "no interval" : `${bounded(low)} to ${bounded(high)}`;
  return `${bounded(value)} (${interval})`;
}

/** A skill has no lower bound: where the reference was all but right it runs off, and how far tells nothing. */
const bounded = (skill: number) => (skill < -10 ? "below −10" : signed(skill, 2));

/** A rate of warnings with its exact interval: `2 in 21.2 scenario-years (0.02–0.30 a year)`. */
export function rateText(rate: Track["warnings"]["misses"]): string {
  if (rate === null) return "Nothing to count: no scenario-year was covered and is due.";
  const { events, exposure, low, high } = rate;
  return `${events} in ${exposure.toFixed(1)} scenario-years (${low.toFixed(2)}–${high.toFixed(2)} a year)`;
}

type Alarm = Track["warnings"]["alarms"][number];

const VERDICTS: Readonly<Record<Alarm["verdict"], string>> = {
  right: "right",
  late: "too late",
  false: "false",
  lasted: "it lasted",
  ended: "it ended",
  open: "too early to tell",
  void: "void",
};

/** What became of a warning; of one renewed while a critical point lasted, since when that had been so. */
export function verdictText({ verdict, criticalSince }: Pick<Alarm, "verdict" | "criticalSince">): string {
  if (verdict !== "lasted" && verdict !== "ended") return VERDICTS[verdict];
  const since = criticalSince === null ? "" : ` since ${longDay(criticalSince)}`;
  return `critical already${since}; ${VERDICTS[verdict]}`;
}

/** `5 judged: 3 right, 1 too late, 1 false`. */
export function promisesText(alarms: readonly Alarm[], verdicts: readonly Alarm["verdict"][]): string {
  const parts = verdicts.map((one) => [alarms.filter(({ verdict }) => verdict === one).length, one] as const);
  const judged = parts.reduce((sum, [n]) => sum + n, 0);
  if (judged === 0) return "none judged";
  return `${judged} judged: ${parts.map(([n, one]) => `${n} ${VERDICTS[one]}`).join(", ")}`;
}

export function horizonText(days: number): string {
  return days === 0 ? "on the day" : `within ${count(days, "day")}`;
}
