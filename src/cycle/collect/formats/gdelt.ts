import type { Reject } from "#model/capture.ts";
import type { DocumentAttributes, SourceDocument } from "#model/source-document.ts";
import type { Question, ReadDocuments, ReplyToRead } from "../network-source.ts";
import { addressIn, momentIn, newDocument } from "./new-document.ts";

/** The columns of the three files of GDELT 2 (codebooks V2.0 of 2015), which have no header themselves. */
const EVENT_COLUMNS = [
  ..."GLOBALEVENTID SQLDATE MonthYear Year FractionDate".split(" "),
  ...["Actor1", "Actor2"].flatMap((actor) =>
    [
      ..."Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code".split(" "),
      ..."Type1Code Type2Code Type3Code".split(" "),
    ].map((name) => actor + name),
  ),
  ..."IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale".split(" "),
  ..."NumMentions NumSources NumArticles AvgTone".split(" "),
  ...["Actor1", "Actor2", "Action"].flatMap((part) =>
    "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID"
      .split(" ")
      .map((name) => `${part}Geo_${name}`),
  ),
  ..."DATEADDED SOURCEURL".split(" "),
];
const MENTION_COLUMNS = [
  ..."GLOBALEVENTID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier".split(" "),
  ..."SentenceID Actor1CharOffset Actor2CharOffset ActionCharOffset InRawText Confidence".split(" "),
  ..."MentionDocLen MentionDocTone MentionDocTranslationInfo Extras".split(" "),
];
const GKG_COLUMNS = [
  ..."GKGRECORDID DATE SourceCollectionIdentifier SourceCommonName DocumentIdentifier".split(" "),
  ..."Counts V2Counts Themes V2Themes Locations V2Locations Persons V2Persons".split(" "),
  ..."Organizations V2Organizations V2Tone Dates GCAM SharingImage RelatedImages".split(" "),
  ..."SocialImageEmbeds SocialVideoEmbeds Quotations AllNames Amounts TranslationInfo Extras".split(" "),
];

/** The roots of CAMEO in a word or two (Schrodt, CAMEO codebook 1.1b3). */
const CAMEO_ROOTS = [
  ...["public statement", "appeal", "intent to cooperate", "consultation", "diplomatic cooperation"],
  ...["material cooperation", "aid", "yielding", "investigation", "demand", "disapproval", "rejection"],
  ...["threat", "protest", "military posture", "reduced relations", "coercion", "assault", "fight"],
  "mass violence",
];

/** One of the first rows tells what a file is, though the very first be broken. */
const FIRST_ROWS = 5;
const HEAD = 2 ** 20;
const FILE = /\.(export|mentions|gkg)\.csv/i;

/** Reads a list of GDELT 2 files, or one of them by its number of columns. RangeError where it is neither. */
export function readGdelt(
  reply: ReplyToRead,
  { onlyBetweenStates }: { readonly onlyBetweenStates: boolean },
): ReadDocuments {
  const text = new TextDecoder().decode(reply.bytes);
  const files = filesIn(text, reply.url);
  if (files.length > 0) return { documents: [], rejects: [], follow: files };
  const widths = text
    .slice(0, HEAD)
    .split("\n", FIRST_ROWS)
    .map((line) => line.split("\t").length);
  const layout = LAYOUTS.find(({ columns }) => widths.includes(columns.length));
  if (layout === undefined) throw new RangeError("it is neither a list of GDELT files nor one of them");
  const { documents, rejects } = readRows(reply, layout, text);
  const wanted = onlyBetweenStates && layout.kind === "event" ? documents.filter(isBetweenStates) : documents;
  return { documents: wanted, rejects };
}

/** `lastupdate.txt`: size, MD5 and address of each file of the last quarter of an hour. */
function filesIn(text: string, at: URL): Question[] {
  return text
    .slice(0, 10_000)
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, md5, address] = /^\d+ ([0-9a-f]{32}) (https?:\/\/\S+)$/i.exec(line.trim()) ?? [];
      if (md5 === undefined || !FILE.test(address!) || !URL.canParse(address!)) return [];
      const url = new URL(address!);
      // A mirror keeps the files beside their list, and may not have rewritten it.
      const own = url.host === at.host ? url : new URL(url.pathname.split("/").at(-1)!, at);
      return [{ url: own, md5 }];
    })
    .slice(0, 3);
}

interface Layout {
  readonly kind: "event" | "mention" | "article";
  readonly columns: readonly string[];
  readonly read: (
    reply: ReplyToRead,
    cell: (name: string) => string,
    line: number,
  ) => SourceDocument | string;
}

const LAYOUTS: readonly Layout[] = [
  { kind: "event", columns: EVENT_COLUMNS, read: readEvent },
  { kind: "mention", columns: MENTION_COLUMNS, read: readMention },
  { kind: "article", columns: GKG_COLUMNS, read: readArticle },
];

function readRows(reply: ReplyToRead, { columns, read }: Layout, text: string) {
  const documents: SourceDocument[] = [];
  const rejects: Reject[] = [];
  const places = new Map(columns.map((name, i) => [name, i]));
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const cells = line.replace(/\r$/, "").split("\t");
    const isWhole = cells.length === columns.length;
    const told = isWhole
      ? read(reply, (name) => cells[places.get(name)!]!.trim(), i + 1)
      : `${cells.length} columns`;
    if (typeof told !== "string") documents.push(told);
    else {
      const right = isWhole ? rightOf(told) : `expected ${columns.length} columns`;
      rejects.push({
        capture: reply.capture,
        line: i + 1,
        column: 1,
        wrong: told,
        right,
        text: line.slice(0, 500),
      });
    }
  }
  return { documents, rejects };
}

/** What the codebooks say of a field. */
const RIGHT: Readonly<Record<string, string>> = {
  GLOBALEVENTID: "digits",
  EventCode: "two to four digits",
  SQLDATE: "a day such as 20261123",
  MentionIdentifier: "an address or a citation",
  GKGRECORDID: "a moment and a number, such as 20261123101500-1",
};

function rightOf(wrong: string): string {
  const field = Object.keys(RIGHT).find((name) => wrong.includes(name));
  return `expected ${RIGHT[field ?? ""]}`;
}

type Cell = (name: string) => string;

function readEvent(reply: ReplyToRead, cell: Cell, line: number): SourceDocument | string {
  const [id, code, day] = [cell("GLOBALEVENTID"), cell("EventCode"), momentIn(cell("SQLDATE"))];
  if (!/^\d+$/.test(id)) return `GLOBALEVENTID "${id}"`;
  if (!/^\d{2,4}$/.test(code)) return `EventCode "${code}"`;
  if (day === null) return `SQLDATE "${cell("SQLDATE")}"`;
  const url = addressIn(cell("SOURCEURL"), reply.url);
  const root = CAMEO_ROOTS[Number(cell("EventRootCode") || code.slice(0, 2)) - 1] ?? code;
  const [from, to] = [cell("Actor1Name") || "somebody", cell("Actor2Name")];
  return newDocument(reply, {
    ...{ form: "record", kind: "event", name: id, title: `${from}: ${root}${to === "" ? "" : `, ${to}`}` },
    ...(url !== null && { url, canonical: url }),
    published: momentIn(cell("DATEADDED")),
    locator: { type: "row", line },
    attributes: attributesOf(EVENT_COLUMNS, cell, EVENT_NUMBERS),
  });
}

function readMention(reply: ReplyToRead, cell: Cell, line: number): SourceDocument | string {
  const [id, identifier] = [cell("GLOBALEVENTID"), cell("MentionIdentifier")];
  if (!/^\d+$/.test(id)) return `GLOBALEVENTID "${id}"`;
  if (identifier === "") return "no MentionIdentifier";
  const url = addressIn(/^https?:/.test(identifier) ? identifier : "", reply.url);
  return newDocument(reply, {
    ...{ form: "record", kind: "mention", name: `${id} ${identifier}` },
    title: `${cell("MentionSourceName")} on event ${id}`,
    ...(url !== null && { url, canonical: url }),
    published: momentIn(cell("MentionTimeDate")),
    locator: { type: "row", line },
    attributes: attributesOf(MENTION_COLUMNS, cell, MENTION_NUMBERS),
  });
}

function readArticle(reply: ReplyToRead, cell: Cell, line: number): SourceDocument | string {
  const id = cell("GKGRECORDID");
  if (!/^\d{14}-/.test(id)) return `GKGRECORDID "${id.slice(0, 50)}"`;
  const identifier = cell("DocumentIdentifier");
  const url = addressIn(/^https?:/.test(identifier) ? identifier : "", reply.url);
  const titled = /<PAGE_TITLE>([^<]*)<\/PAGE_TITLE>/.exec(cell("Extras"))?.[1] ?? "";
  const list = (name: string, most = 50) => cell(name).split(";").filter(Boolean).slice(0, most);
  const places = list("Locations").map((place) => place.split("#").slice(1, 3).join(" "));
  return newDocument(reply, {
    ...{ form: "record", kind: "article", name: id },
    title: unescaped(titled) || identifier || id,
    ...(url !== null && { url, canonical: url }),
    published: momentIn(cell("DATE")),
    locator: { type: "row", line },
    attributes: {
      publisher: cell("SourceCommonName"),
      themes: list("Themes"),
      persons: list("Persons"),
      organizations: list("Organizations"),
      ...{ places, tone: Number(cell("V2Tone").split(",")[0]) || 0 },
    },
  });
}

const EVENT_NUMBERS =
  /^(Year|FractionDate|QuadClass|GoldsteinScale|Num\w+|AvgTone|IsRootEvent|\w+Geo_(Type|Lat|Long))$/;
const MENTION_NUMBERS =
  /^(MentionType|SentenceID|\w+CharOffset|InRawText|Confidence|MentionDocLen|MentionDocTone)$/;

function attributesOf(columns: readonly string[], cell: Cell, numbers: RegExp): DocumentAttributes {
  return Object.fromEntries(
    columns.flatMap((name) => {
      const value = cell(name);
      if (value === "" || value.length > 300) return [];
      const number = Number(value);
      return [[name, numbers.test(name) && Number.isFinite(number) ? number : value] as const];
    }),
  );
}

/** Two states, and not the same one: what alliances and conflicts are made of. */
function isBetweenStates({ attributes }: SourceDocument): boolean {
  const { Actor1CountryCode: from, Actor2CountryCode: to } = attributes;
  return from !== undefined && to !== undefined && from !== to;
}

function unescaped(text: string): string {
  return text
    .replace(/&#(\d{1,7});/g, (whole, code: string) =>
      Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole,
    )
    .replace(/&#x([0-9a-f]{1,6});/gi, (whole, code: string) =>
      parseInt(code, 16) <= 0x10ffff ? String.fromCodePoint(parseInt(code, 16)) : whole,
    )
    .replace(
      /&(quot|apos|lt|gt|amp);/g,
      (_, name: string) => ({ quot: '"', apos: "'", lt: "<", gt: ">", amp: "&" })[name]!,
    );
}
