import type { Day } from "#model/day.ts";
import { type Ceiling, headUnder, releaseUnder, withheldInWords } from "#model/release.ts";
import type { WarningChange } from "#model/warning-change.ts";
import { briefsWritten } from "#store/index.ts";
import { atomOf, ATOM } from "../release/feeds/atom.ts";
import { briefEntry } from "../release/feeds/brief-entry.ts";
import { type Feed, type FeedEntry, lastUpdate, latestFirst, MOST_ENTRIES } from "../release/feeds/feed.ts";
import { JSON_FEED, jsonFeedOf } from "../release/feeds/json-feed.ts";
import { warningEntry } from "../release/feeds/warning-entry.ts";
import { uuid5 } from "../uuid5.ts";
import type { World } from "../world.ts";

/** The ways a feed is written. */
export const FEED_FORMATS = {
  atom: { mediaType: ATOM, write: atomOf },
  json: { mediaType: JSON_FEED, write: (feed: Feed) => JSON.stringify(jsonFeedOf(feed)) },
} as const;

/** Where a feed was asked for, and how strictly marked its entries may be. */
export interface FeedAsked {
  readonly address: URL;
  readonly ceiling: Ceiling;
}

/** Every change of a warning's state that may leave. */
export function warningsFeed(world: World, changes: readonly WarningChange[], asked: FeedAsked): Feed {
  const { released, withheld } = releaseUnder(asked.ceiling, changes, ({ marking }) => marking);
  const entries = released.map((change) => warningEntry(change, namingIn(world, asked)));
  return feedOf(world, asked, { name: "warnings", entries, withheld });
}

/** Every brief up to that day that may leave. */
export async function briefsFeed(world: World, asOf: Day, asked: FeedAsked): Promise<Feed> {
  const written = await briefsWritten(world.store, asOf, MOST_ENTRIES);
  const { released, withheld } = releaseUnder(asked.ceiling, written, ({ brief }) => brief.marking);
  const entries = released.map((one) => briefEntry(one, namingIn(world, asked)));
  return feedOf(world, asked, { name: "briefs", entries, withheld });
}

function namingIn({ watch }: World, { address }: FeedAsked) {
  return { uuidOf: (name: string) => uuid5(`${watch.id}/${name}`), origin: address.origin };
}

const NOUNS = { warnings: "change", briefs: "brief" } as const;

interface Told {
  readonly name: keyof typeof NOUNS;
  readonly entries: readonly FeedEntry[];
  readonly withheld: number;
}

function feedOf({ watch }: World, { address, ceiling }: FeedAsked, { name, entries, withheld }: Told): Feed {
  const leftOut = withheld === 0 ? "" : ` ${withheldInWords(withheld, NOUNS[name], ceiling)}.`;
  return {
    id: `urn:uuid:${uuid5(`${watch.id}/feed/${name}`)}`,
    title: `${headUnder(ceiling, watch).name}: ${name}`,
    description: `Marked up to ${ceiling}.${leftOut}`,
    author: "Tocsin",
    home: `${address.origin}/${name}`,
    self: address.href,
    updated: lastUpdate(entries, `${watch.writtenOn}T00:00:00.000Z`),
    entries: latestFirst(entries),
  };
}
