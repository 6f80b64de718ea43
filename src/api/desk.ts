import { setImmediate as breath } from "node:timers/promises";
import type { Assessment } from "#model/assessment.ts";
import { firstDayOf, type Day, type Month } from "#model/day.ts";
import type { Gate } from "#access/index.ts";
import type { Account } from "#model/account.ts";
import type { ActivityOnDay } from "#model/activity.ts";
import type { PartnershipOnDay } from "#model/partnership.ts";
import { type Ceiling, lowerCeiling } from "#model/release.ts";
import { lastChange, markingsHeld, verifyLedger } from "#store/index.ts";
import { assessAsKnown, withWarnings } from "../cycle/judge.ts";
import type { WarningChange } from "#model/warning-change.ts";
import type { World } from "../cycle/world.ts";
import { activityOnDay } from "../cycle/answers/activity-on-day.ts";
import { alignmentOnDay, type AlignmentOnDay } from "../cycle/answers/alignment-on-day.ts";
import { exposureOnDay, type ExposureOnDay } from "../cycle/answers/exposure-on-day.ts";
import { partnershipOnDay } from "../cycle/answers/partnership-on-day.ts";
import { sourceLedgerOnDay, type SourceRecord } from "../cycle/answers/source-ledger-on-day.ts";
import { warningChanges } from "../cycle/answers/warning-changes.ts";
import { stixOffers, type StixOffers } from "../cycle/answers/stix-offers.ts";
import { scoreLedger, type Scoreboard } from "../cycle/answers/score-ledger.ts";
import { reactionsAsKnown, type ReactionOnDay } from "../cycle/answers/reactions-as-known.ts";
import { timelineAsKnown, type Timeline } from "../cycle/answers/timeline-as-known.ts";
import { Refusal } from "./refusal.ts";

type Assessed = Awaited<ReturnType<typeof assessAsKnown>>;

/** What every route works from. */
export interface Desk {
  readonly world: World;
  /** Absent where nobody has to say who they are. */
  readonly gate?: Gate;
  readonly today: () => Day;
  /** The day asked for, today when none; Refusal before the watch begins and after this century. */
  readonly dayOf: (asOf: Day | undefined) => Day;
  /** The judgement of a day, made once for as long as the store says the same. */
  readonly assessedOn: (asOf: Day) => Promise<Assessed>;
  /** What all of it was worth; other requests are answered while it is worked out. */
  readonly scoredOn: (asOf: Day) => Promise<Scoreboard>;
  /** The timeline of a day, likewise: its simulations take seconds. */
  readonly timelineOn: (asOf: Day) => Promise<Timeline | null>;
  readonly alignmentOn: (asOf: Day) => Promise<AlignmentOnDay | null>;
  readonly reactionsOn: (asOf: Day) => Promise<readonly ReactionOnDay[]>;
  readonly exposureOn: (asOf: Day) => Promise<ExposureOnDay | null>;
  readonly partnershipOn: (asOf: Day) => Promise<PartnershipOnDay | null>;
  readonly activityOn: (asOf: Day) => Promise<ActivityOnDay | null>;
  readonly sourceRecordsOn: (asOf: Day) => Promise<readonly SourceRecord[]>;
  /** Every change of a warning's state up to a day; other requests are answered while they are worked out. */
  readonly changesOn: (asOf: Day) => Promise<readonly WarningChange[]>;
  /** What of a day may leave as STIX. */
  readonly offersOn: (asOf: Day) => Promise<StixOffers>;
  /** How many observations are held under each marking. */
  readonly markingsHeld: () => ReturnType<typeof markingsHeld>;
}

export function createDesk(world: World, today: () => Day, gate?: Gate): Desk {
  const assessedOn = remembering(world, assessAsKnown);
  const replayed = new Map<string, Assessment>();
  const changesOn = remembering(world, async (_, asOf) =>
    warningChanges(world, withWarnings(await assessedOn(asOf)), { breath, replayed }),
  );
  const held = remembering(world, ({ store }) => markingsHeld(store));
  return {
    world,
    ...(gate && { gate }),
    today,
    dayOf: (asOf = today()) => within(world.watch.startMonth, asOf),
    assessedOn,
    timelineOn: remembering(world, timelineAsKnown),
    alignmentOn: remembering(world, async (_, asOf) => alignmentOnDay(await assessedOn(asOf))),
    reactionsOn: remembering(world, reactionsAsKnown),
    exposureOn: remembering(world, exposureOnDay),
    partnershipOn: remembering(world, partnershipOnDay),
    activityOn: remembering(world, activityOnDay),
    sourceRecordsOn: remembering(world, sourceLedgerOnDay),
    changesOn,
    offersOn: offering(world, changesOn),
    markingsHeld: () => held(today()),
    scoredOn: scoring(world),
  };
}

function offering(world: World, changesOn: Desk["changesOn"]): Desk["offersOn"] {
  return remembering(world, async (_, asOf) => stixOffers(world, asOf, await changesOn(asOf)));
}

/** The desk of each account: it releases no more than the account may be shown. */
export function desksOf(desk: Desk): (account: Account | null) => Desk {
  const { release = "TLP:CLEAR" } = desk.world;
  const made = new Map<Ceiling, Desk>([[release, desk]]);
  return (account) => {
    const ceiling = account === null ? release : lowerCeiling(release, account.ceiling);
    const known = made.get(ceiling);
    if (known) return known;
    const world = { ...desk.world, release: ceiling };
    const own = { ...desk, world, offersOn: offering(world, desk.changesOn) };
    made.set(ceiling, own);
    return own;
  };
}

const LAST_DAY = "2099-12-31";

function within(startMonth: Month, asOf: Day): Day {
  const first = firstDayOf(startMonth);
  if (asOf < first)
    throw new Refusal(400, "before-start", `The watch begins on ${first}: ask for a later day.`);
  if (asOf > LAST_DAY) throw new Refusal(400, "after-end", `Ask for a day up to ${LAST_DAY}.`);
  return asOf;
}

const DAYS_REMEMBERED = 12;

/** Answers for the days asked for last; all are forgotten once anything is added to the store. */
function remembering<Answer>(
  world: World,
  ask: (world: World, asOf: Day) => Promise<Answer>,
): (asOf: Day) => Promise<Answer> {
  const remembered = new Map<Day, Promise<Answer>>();
  let changeThen = -1;
  return async (asOf) => {
    const change = await lastChange(world.store);
    if (change !== changeThen) remembered.clear();
    changeThen = change;
    const answer = remembered.get(asOf) ?? ask(world, asOf);
    remembered.delete(asOf);
    remembered.set(asOf, answer);
    answer.catch(() => remembered.delete(asOf));
    if (remembered.size > DAYS_REMEMBERED) remembered.delete(remembered.keys().next().value!);
    return answer;
  };
}

/**
 * Scores with the days replayed for earlier requests, until anything is added to the store; a day is scored once for as
 * long as the ledger ends in the same entry, whose chain is verified each time.
 */
function scoring(world: World): Desk["scoredOn"] {
  let replayed = new Map<Day, Assessment>();
  let scored = new Map<Day, Promise<Scoreboard>>();
  let endThen = "";
  return async (asOf) => {
    const [change, { head, brokenAt }] = [await lastChange(world.store), await verifyLedger(world.store)];
    const end = `${change} ${head} ${brokenAt ?? "holds"}`;
    if (end !== endThen) [replayed, scored] = [keptOf(replayed, endThen, change), new Map()];
    endThen = end;
    const answer = scored.get(asOf) ?? scoreLedger(world, asOf, { breath, replayed });
    scored.set(asOf, answer);
    answer.catch(() => scored.delete(asOf));
    return answer;
  };
}

/** Replayed days rest on the observations alone. */
function keptOf(replayed: Map<Day, Assessment>, endThen: string, change: number): Map<Day, Assessment> {
  return endThen.startsWith(`${change} `) ? replayed : new Map();
}
