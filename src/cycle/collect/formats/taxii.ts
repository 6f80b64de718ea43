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
  const body = parseJson(reply.bytes);
  if (!isFields(body)) throw new RangeError("it is no reply of a TAXII server");
  if (body.type === "bundle") return readStixBundle(reply);
  if (reply.step === OBJECTS || Array.isArray(body.objects)) return readEnvelope(reply, body);
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

function readEnvelope(reply: ReplyToRead, { objects, more, next }: Fields): ReadDocuments {
  const read = readStixObjects(reply, Array.isArray(objects) ? (objects as unknown[]) : []);
  if (more !== true || typeof next !== "string" || next === "") return read;
  const url = new URL(reply.url);
  url.searchParams.set("next", next);
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
