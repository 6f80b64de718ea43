import type { SourceDocument } from "#model/source-document.ts";
import type { ReplyToRead } from "../network-source.ts";

/** What a reader knows of a document; the rest is empty, or the same for the whole reply. */
export type Told = Pick<SourceDocument, "form" | "kind" | "title" | "locator"> & {
  /** What the source calls it; its address where it calls it nothing. */
  readonly name?: string;
} & Partial<Omit<SourceDocument, "id" | "source" | "capture" | "fetchedAt">>;

const LONGEST_TITLE = 500;
const LONGEST_TEXT = 200_000;
const LONGEST_NAME = 500;

/** A document as one reply tells it. */
export function newDocument(reply: ReplyToRead, { name, ...told }: Told): SourceDocument {
  const url = told.url ?? reply.url.href;
  const canonical = told.canonical ?? url;
  return {
    id: `${reply.source}/${(name || canonical).slice(0, LONGEST_NAME)}`,
    source: reply.source,
    text: "",
    authors: [],
    published: null,
    language: reply.language,
    attributes: {},
    ...told,
    ...{ url, canonical, capture: reply.capture, fetchedAt: reply.fetchedAt },
    title: folded(told.title).slice(0, LONGEST_TITLE),
    ...(told.text !== undefined && { text: told.text.trim().slice(0, LONGEST_TEXT) }),
  };
}

/** White space folded. */
export function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

const LONGEST_ADDRESS = 2000;
/** What tells a publisher who sent the reader, and nothing about the page. */
const TRACKING = /^(utm_\w+|fbclid|gclid|yclid|mc_[ce]id|at_(medium|campaign)|cmpid)$/i;

/** The http or https address a text holds, absolute, without fragment and tracking; null where it holds none. */
export function addressIn(text: string, base: URL): string | null {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > LONGEST_ADDRESS || !URL.canParse(trimmed, base.href)) return null;
  const url = new URL(trimmed, base);
  if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return null;
  url.hash = "";
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
}

/** The moment a text names, ISO 8601 UTC with milliseconds; days are their first moment; null where it names none. */
export function momentIn(text: string): string | null {
  const trimmed = text.trim();
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)Z?)?$/.exec(trimmed);
  const iso = compact
    ? `${compact[1]}-${compact[2]}-${compact[3]}T${compact[4] ?? "00"}:${compact[5] ?? "00"}:${compact[6] ?? "00"}Z`
    : utc(trimmed);
  const ms = /\d{4}/.test(iso) ? Date.parse(iso) : NaN;
  return ms >= EARLIEST_MS && ms < LATEST_MS ? new Date(ms).toISOString() : null;
}

const EARLIEST_MS = Date.UTC(1900, 0, 1);
const LATEST_MS = Date.UTC(2100, 0, 1);

/** A time that does not say where is taken for UTC, not for that of the machine. */
function utc(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text;
  const spaced = text.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d)/, "$1T$2");
  if (/^\d{4}-\d\d-\d\dT[\d:.]+$/.test(spaced)) return `${spaced}Z`;
  if (/(?:Z|GMT|UTC?|[ECMP][SD]T|[+-]\d\d:?\d\d)\)?$/i.test(spaced)) return spaced;
  // Whole sentences with a number in them are no date.
  return /^[\p{L}\d ,./:-]{6,40}$/u.test(spaced) ? `${spaced} UTC` : "";
}
