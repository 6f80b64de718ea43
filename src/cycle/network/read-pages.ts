import { entriesWithoutPage, addDocuments, requestsOf } from "#store/index.ts";
import { OutsideFailed } from "#model/input-error.ts";
import type { SourceDocument } from "#model/source-document.ts";
import type { NetworkSource } from "../collect/network-source.ts";
import { type FetchedPage, readPage } from "../collect/formats/page.ts";
import type { World } from "../world.ts";
import type { Network } from "./network.ts";
import { exchange } from "./exchange.ts";
import { unpackReply } from "./unpack.ts";

/** What came of the pages that the entries of a source lead to; `left` are those for another time. */
export interface PagesRead {
  readonly kept: number;
  readonly failed: number;
  readonly left: number;
}

const MOST_TRIES = 3;
const MOST_PAGE_BYTES = 4 * 2 ** 20;
const MOST_UNPACKED_BYTES = 12 * 2 ** 20;
/** An entry that says so much needs no page. */
const WHOLE_TEXT = 1500;
const LONGEST_MS = 600_000;
/** So many failures on end are not the fault of the pages. */
const MOST_FAILURES_ON_END = 3;

/** Reads the pages of the latest entries that have none, each with the manners of any request. */
export async function readPages(
  world: World,
  network: Network,
  source: NetworkSource,
  mostPages: number,
): Promise<PagesRead> {
  const askedAs = `${source.id} pages`;
  const waiting = await entriesWithoutPage(world.store, {
    ...{ source: source.id, askedAs },
    mostTries: MOST_TRIES,
    limit: 200,
  });
  const entries = waiting.map(({ document }) => document).filter(needsPage);
  const asker = {
    ...{ world, network, askedAs },
    source: { ...source, mostBytes: MOST_PAGE_BYTES },
    asked: await requestsOf(world.store, askedAs),
  };
  const until = Date.parse(world.now()) + LONGEST_MS;
  let [kept, failed, onEnd] = [0, 0, 0];
  for (const entry of entries.slice(0, mostPages)) {
    if (Date.parse(world.now()) > until || network.stopped?.aborted) break;
    const question = { url: mirrored(entry.url, network.base), accept: "text/html, application/xhtml+xml" };
    const exchanged = await exchange(asker, question, { isFollowing: true }, async (capture, url) => {
      const bytes = unpackReply(
        capture.bytes,
        capture.headers["content-encoding"] ?? "",
        MOST_UNPACKED_BYTES,
      );
      const document = articleOf(entry, { capture, bytes, url });
      const batch = { origin: source.id, capture, recordedAt: capture.fetchedAt, rejects: [] };
      await addDocuments(world.store, { ...batch, documents: [document] });
      return {};
    });
    if (exchanged.outcome === "waiting") break;
    if (exchanged.outcome === "failed") failed++;
    else kept++;
    onEnd = exchanged.outcome === "failed" ? onEnd + 1 : 0;
    if (onEnd === MOST_FAILURES_ON_END) break;
  }
  return { kept, failed, left: entries.length - kept - failed };
}

function articleOf(entry: SourceDocument, page: FetchedPage): SourceDocument {
  try {
    return readPage(entry, page);
  } catch (error) {
    if (error instanceof RangeError) throw new OutsideFailed(error.message, error);
    throw error;
  }
}

function needsPage({ url, text }: SourceDocument): boolean {
  return /^https?:/.test(url) && text.length < WHOLE_TEXT;
}

/** A mirror stands in for the pages too. */
function mirrored(address: string, base: URL | undefined): URL {
  const url = new URL(address);
  return base === undefined ? url : new URL(url.pathname.slice(1) + url.search, base);
}
