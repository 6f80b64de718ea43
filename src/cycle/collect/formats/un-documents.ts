import { type MarcField, type MarcRecord, readMarc } from "#science/text/index.ts";
import type { ReadDocuments, ReplyToRead } from "../network-source.ts";
import { addressIn, momentIn, newDocument } from "./new-document.ts";
import { unreadRecords } from "./unread-records.ts";

const MOST_RECORDS = 2000;

/**
 * Reads records of the United Nations Digital Library (or another library's MARCXML): documents by symbol, title, body
 * and day, resolutions with how they were adopted, votes with each state's; RangeError where the reply is no MARCXML.
 */
export function readUnDocuments(reply: ReplyToRead): ReadDocuments {
  const records = readMarc(reply.bytes, { contentType: reply.mediaType });
  if ("wrong" in records) throw new RangeError(`${records.wrong}; ${records.right}`);
  const read = records
    .slice(0, MOST_RECORDS)
    .map((record, index) => ({ record, index, title: titleOf(record) }));
  return {
    documents: read.filter(({ title }) => title !== "").map((one) => documentOf(reply, one)),
    rejects: [
      ...read
        .filter(({ title }) => title === "")
        .map(({ index }) => ({
          ...{ capture: reply.capture, line: index + 1, column: 1, text: "" },
          ...{ wrong: "a record without title", right: "expected field 245 $a" },
        })),
      ...unreadRecords(reply, MOST_RECORDS, records.length),
    ],
  };
}

interface ReadRecord {
  readonly record: MarcRecord;
  readonly index: number;
  readonly title: string;
}

function documentOf(reply: ReplyToRead, { record, index, title }: ReadRecord) {
  const symbol = first(record, "191", "a") ?? first(record, "791", "a");
  const votes = votesOf(record);
  const adopted = first(record, "996", "a");
  const name = symbol ?? record.id;
  const url = recordAddress(reply.url, record);
  return newDocument(reply, {
    ...{ form: "record", kind: votes === null ? "document" : "vote", title },
    // The vote is a record beside that of the text, under the same symbol.
    name: votes === null ? name : `${name}/vote`,
    ...(url !== null && { url, canonical: url }),
    text: [...all(record, "520", "a"), ...all(record, "500", "a"), adopted ?? "", votes?.told ?? ""]
      .filter((line) => line !== "")
      .join("\n"),
    authors: all(record, "710", "a"),
    published: dayOf(record),
    locator: { type: "entry", index },
    attributes: {
      ...(symbol !== null && { symbol }),
      ...(adopted !== null && { adopted }),
      ...votes?.attributes,
    },
  });
}

const fieldsOf = ({ fields }: MarcRecord, tag: string) => fields.filter((field) => field.tag === tag);
const all = (record: MarcRecord, tag: string, code: string) =>
  fieldsOf(record, tag).flatMap(({ subfields }) => subfields[code] ?? []);
const first = (record: MarcRecord, tag: string, code: string) => all(record, tag, code)[0] ?? null;

/** Title and rest of title, without the marks that cataloguers put between them. */
function titleOf(record: MarcRecord): string {
  return [first(record, "245", "a"), first(record, "245", "b")]
    .map((part) => part?.replace(/\s*[:/;]\s*$/, "") ?? "")
    .filter((part) => part !== "")
    .join(": ");
}

/** The day of the vote or meeting, else of publication. */
function dayOf(record: MarcRecord): string | null {
  const told = first(record, "992", "a") ?? first(record, "269", "a") ?? first(record, "260", "c");
  return told === null ? null : momentIn(told.replace(/[[\].]/g, "").trim());
}

function recordAddress(base: URL, { id }: MarcRecord): string | null {
  return /^\d+$/.test(id) ? addressIn(`/record/${id}`, base) : null;
}

const VOTES = { Y: "yes", N: "no", A: "abstained", X: "absent" } as const;

/** How states voted: field 967 for each, with code ($c), name ($e) and vote ($d); null where there is none. */
function votesOf(record: MarcRecord) {
  const votes = fieldsOf(record, "967");
  if (votes.length === 0) return null;
  const by = Map.groupBy(votes, voteOf);
  const counted = Object.values(VOTES).map((vote) => ({ vote, states: by.get(vote) ?? [] }));
  const told = counted
    .filter(({ states }) => states.length > 0)
    .map(({ vote, states }) => `${vote}: ${states.map(({ subfields }) => nameOf(subfields)).join(", ")}`);
  return {
    told: told.join("\n"),
    attributes: {
      ...Object.fromEntries(counted.map(({ vote, states }) => [vote, states.length])),
      ...Object.fromEntries(counted.map(({ vote, states }) => [`${vote} by`, states.map(codeOf)])),
    },
  };
}

/** A state that is listed without a vote did not take part. */
function voteOf({ subfields }: MarcField): (typeof VOTES)[keyof typeof VOTES] {
  const vote = subfields["d"]?.[0]?.toUpperCase() ?? "";
  return vote === "Y" || vote === "N" || vote === "A" ? VOTES[vote] : VOTES.X;
}

const codeOf = ({ subfields }: MarcField) => subfields["c"]?.[0] ?? "?";
const nameOf = (subfields: MarcField["subfields"]) => subfields["e"]?.[0] ?? subfields["c"]?.[0] ?? "?";
