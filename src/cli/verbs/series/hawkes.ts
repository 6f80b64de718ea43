import {
  analyseHawkes,
  checkHistory,
  countsByType,
  fitUntied,
  spectralRadius,
  type HawkesAnalysis,
  type Interval,
  type Untied,
} from "#science/series/index.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT } from "../../options.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { blamingFile } from "./csv-columns.ts";
import { readEventFile, type EventFile } from "./event-history.ts";

/** More types have too many excitations to bound one by one. */
const MOST_TYPES = 4;

/** Whether events of one type bring on events of another, and how surely. */
export const hawkes = defineVerb({
  words: ["FILE.csv"],
  options: {
    time: { takes: "COLUMN", summary: "when each event was (time, date, or the only column unless given)" },
    type: { takes: "COLUMN", summary: "what type it is of (type unless given)" },
    from: { takes: "TIME", summary: "where the window begins (0, or the first event, unless given)" },
    to: { takes: "TIME", summary: "where the window ends (the last event unless given)" },
    bootstrap: {
      takes: "N",
      summary:
        "simulated histories behind each end of an interval and each test (99 up to 300 events, 39 up to 1000, 19 up to 3000, else 0: asymptotic)",
    },
    "no-interval": { summary: "the fit alone" },
    seed: { takes: "TEXT", summary: "seed of the simulations (1 unless given)" },
    ...JSON_OUT,
  },
  async run({ options, words: [file = ""] }, shell) {
    const draws = options.bootstrap === undefined ? undefined : wholeNumber(options.bootstrap);
    const seed = options.seed ?? "1";
    const events = readEventFile(file, options);
    const answer = blamingFile(file, () => {
      checkHistory(events.history, events.types);
      const began = performance.now();
      const untied = fitUntied(events.history, seed);
      const fitMs = performance.now() - began;
      const isWanted = !options["no-interval"] && events.types.length <= MOST_TYPES;
      const analysis = isWanted
        ? analyseHawkes(untied.history, { seed, ...(draws !== undefined && { draws }) })
        : null;
      return answerOf(events, untied, analysis, fitMs);
    });
    shell.out(options.json ? JSON.stringify(answer) : inWords(answer));
    return 0;
  },
});

function wholeNumber(said: string): number {
  const value = Number(said);
  if (/^\d+$/.test(said) && (value === 0 || value >= 20) && value <= 100_000) return value;
  throw new WrongUse(`--bootstrap is "${said}"; 0, or a whole number from 20, would be right`);
}

type Answer = ReturnType<typeof answerOf>;

function answerOf(events: EventFile, untied: Untied, analysis: HawkesAnalysis | null, fitMs: number) {
  const { fit, rounding, spread } = untied;
  const { types } = events;
  const radius = spectralRadius(fit.a);
  return {
    events: events.history.times.length,
    types,
    counts: countsByType(events.history),
    window: events.window,
    kernel: "a[i][j] theta exp(-theta t): what an event of type j adds to the rate of type i",
    mu: fit.mu.map(([rate]) => rate!),
    a: fit.a.map((row) => [...row]),
    theta: fit.theta,
    logLik: fit.logLik,
    spectralRadius: radius,
    stable: radius < 1,
    fitMs,
    rounding: { ...rounding, spread },
    interval: analysis && { level: 0.9, method: methodOf(analysis.draws), ...analysis.intervals },
    rescaling: analysis && analysis.rescaling.map((one, k) => ({ type: types[k]!, ...one })),
    cross: analysis?.cross ?? null,
    control: analysis?.control ?? null,
    directions: (analysis?.directions ?? []).map((one) => ({
      ...one,
      from: types[one.from]!,
      to: types[one.to]!,
    })),
    remarks: remarksOn(types, radius, untied, analysis),
  };
}

const methodOf = (draws: number) =>
  draws > 0
    ? `profile likelihood, each end calibrated on ${draws} histories simulated with the parameter there`
    : "profile likelihood, asymptotic";

function remarksOn(
  types: readonly string[],
  radius: number,
  { spread, rounding }: Untied,
  analysis: HawkesAnalysis | null,
) {
  const said: string[] = [];
  if (radius >= 1) {
    said.push(
      `spectral radius ${radius.toFixed(2)}: at 1 or above the process would grow without end, so this is growth rather than excitation`,
    );
  }
  if (spread)
    said.push(
      `${rounding.ties} tied events were spread over the rounding unit ${rounding.unit}, ${spread.times} times; no decay is looked for that is over within it`,
    );
  if (types.length === 1) said.push("one type: excitation across types needs two");
  if (types.length > MOST_TYPES)
    said.push(`no intervals beyond ${MOST_TYPES} types: merge types to have them`);
  else if (!analysis) said.push("intervals were not asked for, and the fit alone shows nothing");
  return analysis === null ? said : [...said, ...remarksOnIntervals(types, analysis)];
}

/** What an interval at a bound, without an end, or without simulations behind it cannot say. */
function remarksOnIntervals(types: readonly string[], { intervals, draws }: HawkesAnalysis): string[] {
  const atZero = intervals.a.flatMap((row, to) =>
    row.flatMap(([low], from) => (low === 0 ? [`${types[from]!} → ${types[to]!}`] : [])),
  );
  const [slowest, fastest] = intervals.theta;
  const open = [slowest === null ? "slow" : "", fastest === null ? "fast" : ""].filter(Boolean);
  return [
    ...(atZero.length === 0
      ? []
      : [`${atZero.join(", ")}: 0 is not excluded, so only the upper end of the interval says something`]),
    ...(open.length === 0
      ? []
      : [
          `too little excitation to tell how fast it fades: the decay has no end on the ${open.join(" and ")} side`,
        ]),
    ...(draws > 0 || atZero.length < types.length ** 2
      ? []
      : ["no excitation is shown, and without simulations the intervals may then hold less than they say"]),
  ];
}

function inWords(answer: Answer): string {
  const { types, interval, directions } = answer;
  const head = `${answer.events} events of ${types.join(", ")} from ${answer.window.join(" to ")}; ln L ${answer.logLik.toFixed(4)}, spectral radius ${answer.spectralRadius.toFixed(3)}`;
  const rows = [
    ...answer.mu.map((value, i) => [`rate of ${types[i]!}`, number(value), range(interval?.mu[i])]),
    ...answer.a.flatMap((row, i) =>
      row.map((value, j) => [`${types[j]!} → ${types[i]!}`, number(value), range(interval?.a[i]?.[j])]),
    ),
    ["decay", number(answer.theta), range(interval?.theta)],
  ];
  const verdicts = directions.map(
    ({ from, to, verdict, test, controlled }) =>
      `${from} → ${to}: ${VERDICTS[verdict]} (p ${test.p.toPrecision(2)}; ${controlled.p.toPrecision(2)} with drifting baselines)`,
  );
  return [head, table(["", "fit", "90 %"], rows), ...verdicts, ...answer.remarks].join("\n\n");
}

const VERDICTS = {
  shown: "excitation is shown, and survives drifting baselines",
  driver: "excitation cannot be told from a driver that both share",
  small: "none is shown, and one reply to ten acts is excluded",
  "cannot-tell": "none is shown, and the data cannot exclude it",
} as const;

const number = (value: number) => value.toPrecision(4);
const range = (interval: Interval | undefined) =>
  interval
    ? interval.map((end) => (end === null ? "unbounded" : end.toPrecision(3))).join(" to ")
    : "not asked";
