import type { Assessment } from "#model/assessment.ts";
import { addDays, addMonths, lastDayOf, monthOf, monthsThrough, type Day } from "#model/day.ts";
import { InputError } from "#model/input-error.ts";
import { streamsOf } from "#model/query.ts";
import type { Watch } from "#model/watch.ts";
import { assessments, verifyLedger, type LedgerEntry } from "#store/index.ts";
import { replay } from "../judge.ts";
import type { World } from "../world.ts";
import { scoreboard, type Scoreboard } from "../score/scoreboard.ts";
import { knownToJudge } from "../known-to-judge.ts";

export type { ClaimRecord } from "../score/claim-record.ts";
export type { QuestionRecord } from "../score/question-record.ts";
export type { Scoreboard, TrackRecord } from "../score/scoreboard.ts";

/** How a scoring may go about it: awaits `breath` between replayed days, and keeps them in `replayed` for the next. */
export interface Scoring {
  readonly breath?: () => Promise<unknown>;
  readonly replayed?: Map<Day, Assessment>;
}

/**
 * Scores what the ledger holds, from what was known by a day. Its chain of hashes is verified first: InputError, with
 * the entry at which it breaks, where it is not what was appended.
 */
export async function scoreLedger(world: World, asOf: Day, scoring: Scoring = {}): Promise<Scoreboard> {
  const { watch, store } = world;
  const { length, head, brokenAt } = await verifyLedger(store);
  if (brokenAt !== null) throw brokenLedger(store.place, brokenAt);
  const entries = await assessments(store, { watch: watch.id, to: asOf });
  const live = liveIn(entries, watch);
  const illustrative = await replayed(world, illustrativeDays(watch, asOf), scoring);
  const known = await knownToJudge(store, asOf);
  return scoreboard({
    watch,
    asOf,
    ledger: { entries: length, head, live: live.length, notScored: entries.length - live.length },
    live,
    illustrative,
    observations: known.map(({ observation }) => observation),
  });
}

async function replayed(
  world: World,
  days: readonly Day[],
  { breath, replayed: kept = new Map() }: Scoring,
): Promise<Assessment[]> {
  const missing = days.filter((day) => !kept.has(day));
  for await (const assessment of replay(world, missing, { withPath: false, withDrivers: false })) {
    kept.set(assessment.asOf, assessment);
    await breath?.();
  }
  return days.map((day) => kept.get(day)!);
}

function brokenLedger(file: string, entry: number): InputError {
  const wrong = `the chain of the ledger breaks at entry ${entry}`;
  return new InputError([
    { file, wrong, right: "expected every entry as it was appended: restore a backup that holds" },
  ]);
}

/** Recorded by the day they are about, no earlier than the watch was written; of each day what was said first. */
function liveIn(entries: readonly LedgerEntry[], { writtenOn }: Watch): Assessment[] {
  const first = new Map<Day, Assessment>();
  for (const { assessment, recordedAt } of entries) {
    const { asOf } = assessment;
    const isLive = asOf >= writtenOn && recordedAt.slice(0, 10) <= asOf;
    if (isLive && !first.has(asOf)) first.set(asOf, assessment);
  }
  return [...first.values()].sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
}

/**
 * Every third month's end before the watch was written of which some rule can be decided from the record files: what is
 * said in between hardly differs.
 */
function illustrativeDays({ startMonth, writtenOn, scenarios, record }: Watch, asOf: Day): Day[] {
  const spans = scenarios.flatMap(({ resolution: { where, withinMonths } }) => {
    const streams = streamsOf(where);
    const read = record.filter(({ stream }) => streams.length === 0 || streams.includes(stream));
    return read.map(({ covers: { from, to } }) => ({ from: addMonths(monthOf(from), withinMonths), to }));
  });
  const [opens] = spans.map(({ from }) => from).toSorted();
  const ends = spans
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  if (opens === undefined || ends === undefined) return [];
  const [last] = [asOf, addDays(writtenOn, -1), ends].toSorted();
  const days = monthsThrough(opens > startMonth ? opens : startMonth, monthOf(last!)).map(lastDayOf);
  return days.filter((day, i) => i % 3 === 0 && day <= last!);
}
