import type { Reject } from "#model/capture.ts";
import type { DocumentAttributes, SourceDocument } from "#model/source-document.ts";
import type { ReadDocuments, ReplyToRead } from "../network-source.ts";
import { isFields, jsonOf, parseJson } from "./json-records.ts";
import { addressIn, momentIn, newDocument } from "./new-document.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Reads a STIX 2 bundle: each of its objects is a record. SyntaxError for no JSON, RangeError for no bundle. */
export function readStixBundle(reply: ReplyToRead): ReadDocuments {
  const body = parseJson(reply);
  if (!isFields(body) || body.type !== "bundle" || !Array.isArray(body.objects)) {
    throw new RangeError("it is no STIX bundle");
  }
  return readStixObjects(reply, body.objects as unknown[]);
}

/** Reads STIX 2 objects: attack patterns, groups, malware, and what relates them. */
export function readStixObjects(reply: ReplyToRead, objects: readonly unknown[]): ReadDocuments {
  const documents: SourceDocument[] = [];
  const rejects: Reject[] = [];
  for (const [i, object] of objects.entries()) {
    const read = isFields(object) && readObject(reply, object);
    if (read) documents.push(read);
    else rejects.push(rejectOf(reply, object, i));
  }
  return { documents, rejects };
}

function readObject(reply: ReplyToRead, object: Fields): SourceDocument | null {
  const [id, type] = [object.id, object.type];
  if (typeof id !== "string" || typeof type !== "string" || !id.startsWith(`${type}--`)) return null;
  const references = Array.isArray(object.external_references)
    ? (object.external_references as unknown[]).filter(isFields)
    : [];
  const url = references.map((one) => addressIn(textOf(one.url), reply.url)).find((one) => one !== null);
  const title = textOf(object.name) || textOf(object.value) || relationOf(object) || id;
  return newDocument(reply, {
    ...{ form: "record", kind: type, name: id, title },
    ...(url !== undefined && { url, canonical: url }),
    text: textOf(object.description) || textOf(object.abstract) || textOf(object.content),
    language: textOf(object.lang) || reply.language,
    published: momentIn(textOf(object.modified) || textOf(object.created)),
    locator: { type: "object", id },
    attributes: attributesOf(object, references),
  });
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

function relationOf({ relationship_type: relation, source_ref: from, target_ref: to }: Fields): string {
  return [from, relation, to].every((part) => typeof part === "string") ? [from, relation, to].join(" ") : "";
}

const LONGEST_VALUE = 300;
const HELD_ELSEWHERE = new Set(["name", "description", "type", "external_references", "pattern"]);

/** The object's own properties, and what others call it (`T1566`, `G0007`). */
function attributesOf(object: Fields, references: readonly Fields[]): DocumentAttributes {
  const attributes: Record<string, string | number | boolean | readonly string[]> = {};
  for (const [key, value] of Object.entries(object)) {
    if (HELD_ELSEWHERE.has(key)) continue;
    if (typeof value === "number" || typeof value === "boolean") attributes[key] = value;
    if (typeof value === "string" && value.length <= LONGEST_VALUE) attributes[key] = value;
    if (Array.isArray(value)) {
      const texts = (value as unknown[]).flatMap((one) =>
        isFields(one) ? textOf(one.phase_name) || [] : textOf(one) || [],
      );
      if (texts.length > 0) attributes[key] = texts.slice(0, 100);
    }
  }
  const external = references.flatMap(({ external_id: id }) => textOf(id) || []);
  if (external.length > 0) attributes.external_ids = external;
  // A pattern is what an indicator is about, however long.
  if (typeof object.pattern === "string") attributes.pattern = object.pattern.slice(0, 5000);
  return attributes;
}

function rejectOf({ capture }: ReplyToRead, object: unknown, i: number): Reject {
  return {
    ...{ capture, line: i + 1, column: 1, wrong: "an object without an id of its type" },
    right: 'expected "type" and "id" such as attack-pattern--…',
    text: jsonOf(object).slice(0, 500),
  };
}
