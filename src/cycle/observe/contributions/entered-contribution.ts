import type { ContributedEntry, RecordedContribution } from "#model/contribution.ts";
import { lastDayOf, monthOf, type Day } from "#model/day.ts";
import { type Observation, strictestMarking } from "#model/observation.ts";

/** The id of the observation that a contribution is entered as. */
export function contributedId(contribution: string): string {
  return `contributed/${contribution}`;
}

/** The name a contributor has as a source: no contributor borrows the letter of a source by taking its name. */
export function contributorSource(contributor: string): string {
  return `${contributor} (contributor)`;
}

/** What a contribution is entered with besides its own words. */
export interface EntryGiven {
  readonly entry: ContributedEntry;
  /** SHA-256 of the contribution as a capture. */
  readonly capture: string;
  /** From the contributor's own ledger. */
  readonly letter: Observation["grade"]["reliability"];
  /** Of the watch: the entry is marked as strictly as the stricter of the two. */
  readonly marking: Observation["marking"];
  /** Length of the captured text in UTF-16 units. */
  readonly length: number;
}

/** A contribution as an analyst enters it into the record. */
export function enteredContribution(
  { id, contribution, receivedAt }: Pick<RecordedContribution, "id" | "contribution" | "receivedAt">,
  { entry, capture, letter, marking, length }: EntryGiven,
): Observation {
  const { stream, kind, credibility = 6 } = entry;
  const { contributor, title, on = receivedAt.slice(0, 10), precision = "day", place, url } = contribution;
  return {
    id: contributedId(id),
    stream,
    kind,
    claim: entry.claim ?? title,
    ...(entry.validFrom === undefined ? periodOf(on, precision) : dayItself(entry.validFrom)),
    knownAt: receivedAt.slice(0, 10),
    actors: (contribution.actors ?? []).map((actor) => ({ id: actor, role: "actor" as const })),
    ...(place && { place }),
    measures: {},
    attributes: {},
    grade: { reliability: letter, credibility },
    confidence: credibility <= 2 ? "high" : credibility === 3 ? "medium" : "low",
    verified: "analyst",
    source: {
      name: contributorSource(contributor),
      ...(url === "" ? { url: "", urlKind: "from_memory" } : { url, urlKind: "exact" }),
    },
    marking: strictestMarking([contribution.marking, marking]),
    links: [],
    evidence: {
      capture,
      locator: { type: "span", from: 0, to: length },
      method: "contribution",
      version: "1",
    },
  };
}

type Period = Pick<Observation, "validFrom" | "validTo" | "precision">;

function dayItself(day: Day): Period {
  return { validFrom: day, validTo: day, precision: "day" };
}

/** A day of month or year precision stands for its whole period. */
function periodOf(on: Day, precision: Observation["precision"]): Period {
  if (precision === "day") return dayItself(on);
  const month = monthOf(on);
  return precision === "month"
    ? { validFrom: `${month}-01`, validTo: lastDayOf(month), precision }
    : { validFrom: `${on.slice(0, 4)}-01-01`, validTo: `${on.slice(0, 4)}-12-31`, precision };
}
