import { monthsBefore, type Day } from "#model/day.ts";
import { coveredSpan } from "#model/covered-span.ts";
import type { Observation } from "#model/observation.ts";
import type {
  PartnershipEvent,
  PartnershipOnDay,
  PartnershipRules,
  PartnershipShare,
  PartnershipStrand,
} from "#model/partnership.ts";
import { streamsOf } from "#model/query.ts";
import { storiesKnown, tellStories, USUAL_CREDIBILITY, type KnownStories } from "#model/story-count.ts";
import type { Watch } from "#model/watch.ts";
import { isInside, isVouchedFor, windowTo, type Window } from "#model/window.ts";
import { betaQuantile } from "#science/numbers/index.ts";
import { leadShift } from "#science/series/index.ts";

const QUARTER_MONTHS = 3;

/** The partnership as known on a day; null for a watch that does not say whose. */
export function partnershipOn(
  { partnership: rules, record }: Watch,
  observations: readonly Observation[],
  asOf: Day,
): PartnershipOnDay | null {
  if (rules === undefined) return null;
  const known = storiesKnown(observations, asOf);
  const events = eventsOf(rules, known);
  const streams = [...streamsOf(rules.cooperation), ...streamsOf(rules.divergence)];
  const covers = coveredSpan(record, streams, asOf);
  const path = covers ? pathOf(events, rules.windowYears * 12, covers) : [];
  return {
    asOf,
    ...{ between: rules.between, windowYears: rules.windowYears, covers, path },
    shift: covers ? shiftOf(events, rules.windowYears * 12, covers) : null,
    strands: covers ? strandsOf(events, rules.windowYears * 12, covers.to) : [],
    rungs: rules.rungs.map(({ statement, where }) => ({ statement, seen: seenOf(where, known) })),
    events,
  };
}

const seenOf = (where: PartnershipRules["cooperation"], known: KnownStories) =>
  tellStories({ where, minCredibility: USUAL_CREDIBILITY }, known);

/** In the order of their days. */
function eventsOf(
  { cooperation, divergence, strand }: PartnershipRules,
  known: KnownStories,
): PartnershipEvent[] {
  const strands = new Map(known.current.map(({ id, attributes }) => [id, attributes[strand] ?? ""]));
  const told = (where: PartnershipRules["cooperation"], polarity: PartnershipEvent["polarity"]) =>
    seenOf(where, known).map((one) => ({ ...one, polarity, strand: strands.get(one.id)! }));
  return [...told(cooperation, "cooperation"), ...told(divergence, "divergence")].toSorted((a, b) =>
    a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1,
  );
}

function tally(events: readonly PartnershipEvent[], window: Window) {
  const inside = events.filter(({ on }) => isInside(window, on));
  const cooperation = inside.filter(({ polarity }) => polarity === "cooperation").length;
  return { cooperation, divergence: inside.length - cooperation };
}

/** Windows of so many months, a quarter apart, back from the last day to the first whole one. */
function pathOf(
  events: readonly PartnershipEvent[],
  months: number,
  { from, to }: { readonly from: Day; readonly to: Day },
): PartnershipShare[] {
  const path: PartnershipShare[] = [];
  for (let end = to; isVouchedFor(windowTo(end, months), from); end = monthsBefore(end, QUARTER_MONTHS)) {
    const { cooperation, divergence } = tally(events, windowTo(end, months));
    if (cooperation + divergence > 0) path.unshift({ on: end, ...shareOf(cooperation, divergence) });
  }
  return path;
}

/** The share with the equal-tailed interval of Jeffreys' prior (Brown, Cai and DasGupta 2001). */
function shareOf(cooperation: number, divergence: number): Omit<PartnershipShare, "on"> {
  const [a, b] = [cooperation + 0.5, divergence + 0.5];
  return {
    ...{ cooperation, divergence, share: cooperation / (cooperation + divergence) },
    low: cooperation === 0 ? 0 : betaQuantile(0.05, a, b),
    high: divergence === 0 ? 1 : betaQuantile(0.95, a, b),
  };
}

/** Null unless both windows are vouched for whole. */
function shiftOf(
  events: readonly PartnershipEvent[],
  months: number,
  { from, to }: { readonly from: Day; readonly to: Day },
) {
  const [now, before] = [windowTo(to, months), windowTo(monthsBefore(to, months), months)];
  if (!isVouchedFor(before, from)) return null;
  const weighed = (window: Window) => {
    const { cooperation, divergence } = tally(events, window);
    return { own: cooperation, all: cooperation + divergence, squares: cooperation + divergence };
  };
  return leadShift(weighed(before), weighed(now));
}

/** Those with most events in either window first. */
function strandsOf(events: readonly PartnershipEvent[], months: number, to: Day): PartnershipStrand[] {
  const [now, before] = [windowTo(to, months), windowTo(monthsBefore(to, months), months)];
  const weight = ({ now: a, before: b }: PartnershipStrand) =>
    a.cooperation + a.divergence + b.cooperation + b.divergence;
  return [...Map.groupBy(events, ({ strand }) => strand)]
    .map(([strand, own]) => ({ strand, now: tally(own, now), before: tally(own, before) }))
    .filter((strand) => weight(strand) > 0)
    .toSorted((a, b) => weight(b) - weight(a) || (a.strand < b.strand ? -1 : 1));
}
