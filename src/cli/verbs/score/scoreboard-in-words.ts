import type {
  ClaimRecord,
  QuestionRecord,
  Scoreboard,
  TrackRecord,
} from "../../../cycle/answers/score-ledger.ts";
import { interval, percent } from "#model/percent.ts";
import { table } from "../../table.ts";

/** The whole scoreboard as tables, live and illustrative apart. */
export function scoreboardInWords(scored: Scoreboard): string {
  const { watch, asOf, ledger, live, illustrative, questions, claims } = scored;
  return [
    `${watch.name}: how good this has been, as known on ${asOf}`,
    `The chain of the ledger holds: ${ledger.entries} entries, ${ledger.live} of them live, ${ledger.notScored} not scored.`,
    `LIVE: made after the watch was written on ${watch.writtenOn}`,
    trackInWords(live),
    "ILLUSTRATIVE: replays of earlier days; the rules were written with hindsight, so this validates nothing",
    trackInWords(illustrative),
    questionsInWords(questions),
    ...(claims ? [claimsInWords(claims)] : []),
  ].join("\n\n");
}

function trackInWords({ assessments, first, last, horizons, states, warnings }: TrackRecord): string {
  if (assessments === 0) return "no assessment";
  const rows = horizons.map(({ horizonDays, resolved, open, void: undecidable, scores }) => [
    horizonDays === 0 ? "on the day" : `within ${horizonDays} days`,
    ...[resolved, open, undecidable].map(String),
    ...[scores?.brier, scores?.log, scores?.skill.baseRate.value, scores?.skill.reference?.value].map(
      decimal,
    ),
  ]);
  return [
    `${assessments} assessments, ${first} to ${last}`,
    table(
      ["P(critical)", "resolved", "open", "void", "Brier", "log", "against base rate", "against persistence"],
      rows,
    ),
    ...horizons.flatMap(({ horizonDays, scores }) =>
      scores && horizonDays === 90 ? [`Within 90 days: ${scores.skill.baseRate.verdict}`] : [],
    ),
    ...(states
      ? [
          `States of the day: ranked probability score ${decimal(states.rps)} over ${states.n}, base rates ${decimal(states.baseRateRps)}`,
        ]
      : []),
    ...warningsInWords(warnings),
  ].join("\n");
}

/** Promises of a start, and apart from them those told while a critical point lasted already. */
function warningsInWords({
  alarms,
  onsets,
  medianLeadDays,
  falseAlarms,
  misses,
}: TrackRecord["warnings"]): string[] {
  const having = (...verdicts: readonly (typeof alarms)[number]["verdict"][]) =>
    alarms.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const lead = medianLeadDays === null ? "not to be told" : `${medianLeadDays} days`;
  return [
    `Warnings of a start: ${having("right", "late", "false")} judged: ${having("right")} right, ${having("late")} too late, ${having("false")} false`,
    `Renewed while a critical point lasted: ${having("lasted", "ended")} judged: it lasted in ${having("lasted")}, ended in ${having("ended")}; of all warnings ${having("void")} void, ${having("open")} too early to tell`,
    `Critical points: ${onsets.length}, median lead ${lead}`,
    `False alarms: ${rateInWords(falseAlarms)}; misses: ${rateInWords(misses)}`,
  ];
}

function rateInWords(rate: TrackRecord["warnings"]["misses"]): string {
  if (rate === null) return "not to be told";
  const { events, exposure, low, high } = rate;
  return `${events} in ${exposure.toFixed(1)} scenario-years (${low.toFixed(2)}–${high.toFixed(2)} a year)`;
}

function questionsInWords({ questions, counts, scores }: QuestionRecord): string {
  const rows = questions.map(({ id, deadline, latest, resolution, statement }) => [
    id,
    deadline,
    latest ? percent(latest.p) : "–",
    latest ? interval(latest.low, latest.high) : "–",
    resolution.status === "resolved" ? (resolution.outcome === 1 ? "yes" : "no") : resolution.status,
    statement,
  ]);
  return [
    `QUESTIONS: ${counts.resolved} resolved, ${counts.open} open, ${counts.void} void${scores ? `; Brier ${decimal(scores.brier)}` : ""}`,
    table(["question", "deadline", "p", "90 %", "now", "statement"], rows),
  ].join("\n");
}

function claimsInWords({ forecaster, madeOn, claims, counts, scores, brierRange }: ClaimRecord): string {
  const rows = claims.map(({ id, word, p, standing, statement }) => [
    id,
    word,
    percent(p),
    standing,
    statement,
  ]);
  const scored = scores && brierRange;
  return [
    `CLAIMS of ${forecaster} (${madeOn}): ${counts.scored} scored, ${counts.open} open, ${counts.void} void, ${counts.early} decided before it spoke`,
    ...(scored
      ? [
          `Brier ${decimal(scores.brier)}; another reading of its words gives ${decimal(brierRange.low)} to ${decimal(brierRange.high)}; ${scores.skill.baseRate.verdict}`,
        ]
      : []),
    table(["claim", "word", "taken as", "now", "statement"], rows),
  ].join("\n");
}

function decimal(value: number | null | undefined): string {
  return value === null || value === undefined ? "–" : value.toFixed(3);
}
