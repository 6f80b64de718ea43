import type { Memory, Question, ReadDocuments, ReplyToRead } from "../network-source.ts";
import { isFields, parseJson } from "./json-records.ts";
import { readStixBundle, readStixObjects } from "./stix.ts";

/** What a TAXII 2.1 server answers in, and insists on being asked for. */
export const TAXII = "application/taxii+json;version=2.1";

type Fields = Readonly<Record<string, unknown>>;

const OBJECTS = "objects";
const MOST_ROOTS = 5;
const MOST_COLLECTIONS = 20;

/**
 * Reads any reply of a TAXII 2.1 server by what it is, and goes on from there: discovery → API roots → collections →
 * objects, page by page (`next`). A collection that was read before is asked for what was added since. SyntaxError
 * for no JSON, RangeError for a reply that is none of these.
 */
export function readTaxii(reply: ReplyToRead): ReadDocuments {
  const body = parseJson(reply);
  if (!isFields(body)) throw new RangeError("it is no reply of a TAXII server");
  if (body.type === "bundle") return readStixBundle(reply);
  // A manifest lists objects without telling them.
  if (/\/manifest\/?$/.test(reply.url.pathname))
    return leadsTo([objectsOf(new URL("../objects/", folder(reply.url)), reply.memory)]);
  if (reply.step === OBJECTS || isOfObjects(reply.url) || Array.isArray(body.objects))
    return readEnvelope(reply, body);
  if (Array.isArray(body.collections)) return leadsTo(collectionsIn(body.collections as unknown[], reply));
  if (Array.isArray(body.api_roots)) return leadsTo(rootsIn(body.api_roots as unknown[], reply));
  if (Array.isArray(body.versions)) return leadsTo([question(new URL("collections/", folder(reply.url)))]);
  // A collection itself, as `…/collections/ID/` answers it.
  if (typeof body.id === "string" && typeof body.can_read === "boolean") {
    return leadsTo([objectsOf(new URL("objects/", folder(reply.url)), reply.memory)]);
  }
  throw new RangeError("it is no reply of a TAXII server");
}

function leadsTo(follow: readonly Question[]): ReadDocuments {
  return { documents: [], rejects: [], follow };
}

/** Where nothing was added an envelope is empty (§3.7): only its address tells what it is. */
function isOfObjects({ pathname }: URL): boolean {
  return /\/objects\/?$/.test(pathname);
}

/**
 * The objects of an envelope and the way to the next: by its `next`, or, where it names none, from the date at which
 * the last of these was added (§3.4). RangeError where `objects` is no list.
 */
function readEnvelope(reply: ReplyToRead, { objects = [], more, next }: Fields): ReadDocuments {
  if (!Array.isArray(objects)) throw new RangeError("its objects are no list");
  const read = readStixObjects(reply, objects as unknown[]);
  if (more !== true) return read;
  const url = new URL(reply.url);
  if (typeof next === "number" || (typeof next === "string" && next !== "")) {
    url.searchParams.set("next", String(next));
    return { ...read, follow: [question(url, OBJECTS)] };
  }
  const addedLast = reply.headers["x-taxii-date-added-last"] ?? "";
  if (Number.isNaN(Date.parse(addedLast))) return read;
  url.searchParams.set("added_after", addedLast);
  url.searchParams.delete("next");
  return { ...read, follow: [question(url, OBJECTS)] };
}

function rootsIn(roots: readonly unknown[], { url }: ReplyToRead): Question[] {
  return roots
    .filter((root): root is string => typeof root === "string" && URL.canParse(root, url.href))
    .slice(0, MOST_ROOTS)
    .map((root) => question(folder(new URL(root, url))));
}

function collectionsIn(collections: readonly unknown[], { url, memory }: ReplyToRead): Question[] {
  return collections
    .filter(isFields)
    .filter(({ can_read: canRead }) => canRead !== false)
    .flatMap(({ id }) => (typeof id === "string" && /^[\w-]+$/.test(id) ? [id] : []))
    .slice(0, MOST_COLLECTIONS)
    .map((id) => objectsOf(new URL(`${id}/objects/`, folder(url)), memory));
}

function objectsOf(url: URL, memory: Memory): Question {
  const since = memory(url.href);
  if (since !== undefined) url.searchParams.set("added_after", since);
  return question(url, OBJECTS);
}

function question(url: URL, step = ""): Question {
  return { url, step, accept: TAXII };
}

/** The address as a folder, without its query. */
function folder(url: URL): URL {
  return new URL(url.origin + url.pathname.replace(/\/?$/, "/"));
}
