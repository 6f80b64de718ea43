import { isDay } from "#model/day.ts";
import type { SourceDocument } from "#model/source-document.ts";
import { readDate } from "#science/text/index.ts";
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
    id: storable(`${reply.source}/${(name || canonical).slice(0, LONGEST_NAME)}`),
    source: reply.source,
    text: "",
    authors: [],
    published: null,
    language: reply.language,
    attributes: {},
    ...told,
    ...{ url, canonical, capture: reply.capture, fetchedAt: reply.fetchedAt },
    title: storable(folded(told.title).slice(0, LONGEST_TITLE)),
    ...(told.text !== undefined && { text: storable(told.text.trim().slice(0, LONGEST_TEXT)) }),
  };
}

/** What no database keeps as it is becomes U+FFFD: half a character, as a cut may leave it, and U+0000. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD");
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

/**
 * The moment a text names, ISO 8601 UTC with milliseconds; days are their first moment. Null where it names none, or a
 * day and a month of which nobody says (`dayFirst`) which comes first.
 */
export function momentIn(text: string, dayFirst: boolean | null = null): string | null {
  const trimmed = text.trim();
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)Z?)?$/.exec(trimmed);
  const iso = compact
    ? `${compact[1]}-${compact[2]}-${compact[3]}T${compact[4] ?? "00"}:${compact[5] ?? "00"}:${compact[6] ?? "00"}Z`
    : utc(trimmed);
  const ms = Date.parse(iso ?? dateIn(trimmed, dayFirst));
  return ms >= EARLIEST_MS && ms < LATEST_MS ? new Date(ms).toISOString() : null;
}

const EARLIEST_MS = Date.UTC(1900, 0, 1);
const LATEST_MS = Date.UTC(2100, 0, 1);

/** A time of ISO 8601, for UTC where it does not say where; null where it is none. */
function utc(text: string): string | null {
  const [, day, time = "", zone = ""] = ISO.exec(text) ?? [];
  if (day === undefined) return null;
  // The platform takes the 30th of February for the 2nd of March.
  if (!isDay(day)) return "";
  return time === "" ? day : `${day}T${time}${zone || "Z"}`;
}

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/;

/** Whole sentences with a number in them are no date, and neither is a year. */
function dateIn(text: string, dayFirst: boolean | null): string {
  if (text.length > LONGEST_DATE || YEAR_ALONE.test(text)) return "";
  const read = readDate(text, dayFirst === null ? {} : { dayFirst });
  // A month by its name is no doubt, in whatever order (`2026 Nov 23`, `Nov 2026`).
  return read?.time ?? (NAMED.test(text) ? `${text} UTC` : "");
}

const LONGEST_DATE = 45;
const YEAR_ALONE = /^\d{4}$/;
const NAMED = /^(?=.*\d{4})(?=.*\p{L}{3})[\p{L}\d ,.-]+$/u;
