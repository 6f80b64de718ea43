import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { InputError } from "#model/input-error.ts";
import {
  isObject,
  type ItemSearch,
  type Json,
  matches,
  objectsIn,
  readItem,
  readNode,
  spansTime,
  textIn,
} from "#science/imagery/index.ts";
import { askCatalogue, type CatalogueNetwork } from "./ask-catalogue.ts";
import { brokenBy, type Catalogue, SearchBroken, type SearchCursor, type SearchPage } from "./search-page.ts";

const MOST_DOCUMENTS = 20_000;
const DEEPEST = 12;
const AT_ONCE = 6;

/** A walk through a catalogue of files; its root where that was read already. */
export interface Walk {
  readonly network: CatalogueNetwork;
  readonly catalogue: Catalogue;
  readonly search: ItemSearch;
  readonly root: Json | null;
}

/**
 * Walks a catalogue of files from its root, each document once, and gives the items that are wanted. Documents that
 * cannot be read are passed over and named. SearchBroken where the root cannot be read, or where it does not end.
 */
export async function* walkCatalogue(walk: Walk, from: SearchCursor | null): AsyncGenerator<SearchPage> {
  const { catalogue, search } = walk;
  const root = /^https?:/.test(catalogue.url) ? catalogue.url : pathToFileURL(catalogue.url).href;
  const seen = new Set([root]);
  let [waiting, left] = [[{ url: root, depth: 0 }], from?.skip ?? 0];
  let given = left;
  while (waiting.length > 0) {
    const [now, later] = [waiting.slice(0, AT_ONCE), waiting.slice(AT_ONCE)];
    const documents = await Promise.all(now.map(({ url }) => readDocument(walk, url, url === root)));
    const [found, notes, below]: [SearchPage["items"][number][], string[], typeof waiting] = [[], [], []];
    for (const [i, document] of documents.entries()) {
      const { url, depth } = now[i]!;
      const node = "failed" in document ? null : readNode(document.read, url);
      if (node === null) {
        notes.push("failed" in document ? document.failed : `${url} is no STAC document`);
        continue;
      }
      for (const one of node.items) {
        const item = readItem(one, catalogue.id, url);
        if (item !== null && matches(one, item, search)) found.push(item);
      }
      const isWorth = node.kind !== "collection" || isWanted((document as { read: Json }).read, search);
      for (const next of isWorth && depth < DEEPEST ? node.below : []) {
        if (seen.has(next) || !isWithin(root, next)) continue;
        seen.add(next);
        below.push({ url: next, depth: depth + 1 });
      }
    }
    if (seen.size > MOST_DOCUMENTS) {
      throw new SearchBroken(
        `${catalogue.url}: it has more than ${MOST_DOCUMENTS} documents; begin further down`,
        null,
      );
    }
    const items = found.slice(Math.min(left, found.length));
    left -= found.length - items.length;
    const at: SearchCursor = { question: null, skip: given, filtering: "own" };
    given += items.length;
    waiting = [...below, ...later];
    yield { items, notes, at, next: waiting.length === 0 ? null : { ...at, skip: given } };
  }
}

/** A catalogue on the network leads to no file of this machine. */
function isWithin(root: string, next: string): boolean {
  return root.startsWith("file:") ? /^(file|https?):/.test(next) : /^https?:/.test(next);
}

function isWanted(collection: Json, search: ItemSearch): boolean {
  const id = textIn(collection, "id");
  const isNamed = search.collections.length === 0 || (id !== null && search.collections.includes(id));
  const hasMore = objectsIn(collection, "links").some(({ rel }) => rel === "child");
  return (isNamed || hasMore) && spansTime(collection, search.from, search.to);
}

type Document = { readonly read: Json } | { readonly failed: string };

async function readDocument(
  { network, catalogue, root }: Walk,
  url: string,
  isRoot: boolean,
): Promise<Document> {
  if (isRoot && root !== null) return { read: root };
  try {
    if (!url.startsWith("file:"))
      return { read: await askCatalogue(network, { method: "GET", url, body: null }) };
    const read: unknown = JSON.parse(await readFile(fileURLToPath(url), "utf8"));
    return isObject(read) ? { read } : { failed: `${url} is no JSON object` };
  } catch (error) {
    if (isRoot && !url.startsWith("file:")) throw brokenBy(error, catalogue, null);
    const said = error instanceof Error ? error.message.split("\n")[0]! : String(error);
    if (!isRoot) return { failed: `${url}: ${said}` };
    throw new InputError([
      { file: catalogue.url, wrong: said, right: "expected the catalogue.json of a STAC catalogue" },
    ]);
  }
}
