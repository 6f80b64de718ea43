import { existsSync } from "node:fs";
import {
  type BoundingBox,
  boxAround,
  type Condition,
  type ImageryItem,
  type ItemSearch,
  readConditions,
} from "#science/imagery/index.ts";
import { IMAGERY_PROVIDERS } from "../../../cycle/imagery/catalogues/providers.ts";
import { keepScenes } from "../../../cycle/imagery/catalogues/scenes-of-site.ts";
import { searchCollections } from "../../../cycle/imagery/catalogues/search-collections.ts";
import { searchCatalogue } from "../../../cycle/imagery/catalogues/search-catalogue.ts";
import {
  type Catalogue,
  SearchBroken,
  type SearchCursor,
} from "../../../cycle/imagery/catalogues/search-page.ts";
import { siteKnown } from "../../../cycle/sites/sites-known.ts";
import { listIn, readConfig } from "../../config.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT, momentIn, numberIn, WATCH } from "../../options.ts";
import type { Shell } from "../../shell.ts";
import { table } from "../../table.ts";
import { defineVerb, type Given } from "../../verb.ts";
import { inWorld } from "../../world.ts";
import { siteIn } from "../orbits/sites-given.ts";
import { CATALOGUE_NETWORK, catalogueNetwork } from "./imagery-network.ts";
import { numbersIn } from "./numbers-in.ts";

const OPTIONS = {
  provider: {
    takes: "NAME",
    summary: `${IMAGERY_PROVIDERS.map(({ id }) => id).join(", ")}, the address of a STAC catalogue, or a catalogue.json`,
  },
  collection: { takes: "IDS", summary: "only these collections, with commas between" },
  ids: { takes: "IDS", summary: "only these items, with commas between" },
  bbox: { takes: "W,S,E,N", summary: "a box in degrees; west above east crosses the antimeridian" },
  site: { takes: "LAT,LON", summary: "around a place, as far as --radius-km" },
  of: { takes: "ID", summary: "of a site of the watch: what is found is kept for its timeline" },
  "radius-km": { takes: "N", summary: "how far around the place (1 unless given)" },
  from: { takes: "TIME", summary: "not before that day or UTC moment" },
  to: { takes: "TIME", summary: "not after it; a day counts whole" },
  "max-cloud": { takes: "PERCENT", summary: "at most that much cloud; scenes that do not say are left out" },
  where: { takes: "CONDITIONS", summary: "such as sat:relative_orbit=47,platform=sentinel-2a" },
  collections: {
    takes: "WORDS",
    summary: "list the collections that hold these words instead of items (all of them for '*')",
  },
  limit: { takes: "N", summary: "at most that many items (100 unless given)" },
  "page-size": { takes: "N", summary: "items asked for at once (100 unless given)" },
  resume: {
    takes: "CURSOR",
    summary: "go on where an earlier search stopped; the other options as they were",
  },
  ...CATALOGUE_NETWORK,
  ...WATCH,
  ...JSON_OUT,
} as const;

/** Searches a catalogue of imagery, and gives its items in the same words whichever it is. */
export const search = defineVerb({
  options: OPTIONS,
  run: ({ options }, shell) => (options.of === undefined ? run(options, shell) : runOf(options, shell)),
});

type Options = Given<typeof OPTIONS>["options"];

/** Searches around a site of the watch, and keeps what was found of it. */
function runOf({ of: id, watch, ...options }: Options, shell: Shell): Promise<number> {
  if (options.site !== undefined || options.bbox !== undefined || options.resume !== undefined)
    throw new WrongUse("--of ID says where; leave out --site, --bbox and --resume");
  return inWorld(watch === undefined ? {} : { watch }, shell, async (world) => {
    const site = await siteKnown(world, id!, shell.now().slice(0, 10));
    if (site === null) throw new WrongUse(`no site "${id}"; "tocsin sites" lists them`);
    const radius = options["radius-km"] ?? String(site.precisionKm + site.footprintKm);
    const around = { ...options, site: `${site.lat},${site.lon}`, "radius-km": radius };
    return run(around, shell, async (items, isComplete) => {
      const provider = catalogueIn(options).id;
      const asked = { provider, from: dayGiven(options.from), to: dayGiven(options.to), isComplete };
      const { scenes } = await keepScenes(world, site, asked, items);
      shell.err(`kept of ${site.name}: ${scenes.length} scenes`);
    });
  });
}

/** The day of a day or moment that was given. */
function dayGiven(text: string | undefined): string | null {
  return text === undefined ? null : text.slice(0, 10);
}

type Keep = (items: readonly ImageryItem[], isComplete: boolean) => Promise<void>;

async function run(options: Options, shell: Shell, keep?: Keep): Promise<number> {
  const catalogue = catalogueIn(options);
  const asked = searchIn(options);
  if (options.collections !== undefined) return tellCollections(catalogue, asked, options, shell);
  const limit = numberIn("limit", options.limit ?? "100", { least: 1, most: 1_000_000 });
  const from = options.resume === undefined ? null : cursorIn(options.resume);
  const network = catalogueNetwork(options, readConfig(shell.env), () => Date.parse(shell.now()));
  const told = await tellFound(
    searchCatalogue(network, catalogue, asked, from),
    { limit, isJson: options.json ?? false },
    shell,
  );
  await keep?.(told.items, told.cursor === null && told.broken === null);
  if (told.cursor !== null) shell.err(`more: --resume ${cursorText(told.cursor)}`);
  if (told.broken === null) return 0;
  shell.err(`tocsin: ${told.broken.message}`);
  return 3;
}

function catalogueIn({ provider, "page-size": size }: Options): Catalogue {
  if (provider === undefined) {
    throw new WrongUse(
      `needs --provider NAME: ${IMAGERY_PROVIDERS.map(({ id }) => id).join(", ")}, an address or a file`,
    );
  }
  const known = IMAGERY_PROVIDERS.find(({ id }) => id === provider);
  const pageSize =
    size === undefined ? (known?.pageSize ?? 100) : numberIn("page-size", size, { least: 1, most: 10_000 });
  if (known) return { ...known, pageSize };
  if (/^https?:\/\//.test(provider) && URL.canParse(provider))
    return { id: new URL(provider).host, url: provider, pageSize };
  if (existsSync(provider)) return { id: provider, url: provider, pageSize };
  const right = `${IMAGERY_PROVIDERS.map(({ id }) => id).join(", ")}, an http(s) address or a catalogue.json`;
  throw new WrongUse(`--provider is "${provider}"; ${right} would be right`);
}

function searchIn(options: Options): ItemSearch {
  const cloud = options["max-cloud"];
  const most = cloud === undefined ? null : numberIn("max-cloud", cloud, { least: 0, most: 100 });
  const clear: Condition[] = most === null ? [] : [{ property: "eo:cloud_cover", is: "<=", value: most }];
  const given = options.where === undefined ? [] : readConditions(options.where);
  if (given === null) {
    throw new WrongUse(
      `--where is "${options.where}"; conditions such as sat:relative_orbit=47,gsd<=10 would be right`,
    );
  }
  const [from, to] = [options.from, options.to].map((text, i) =>
    text === undefined ? null : instantIn(text, i === 1),
  );
  if (from && to && from > to) throw new WrongUse(`--from ${from} is after --to ${to}`);
  return {
    collections: listIn(options.collection),
    ids: listIn(options.ids),
    bbox: boxIn(options),
    intersects: null,
    ...{ from: from ?? null, to: to ?? null },
    conditions: [...clear, ...given],
  };
}

function instantIn(text: string, isEnd: boolean): string {
  const ms = momentIn(isEnd ? "to" : "from", text);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  return new Date(isEnd && isDay ? ms + 86_399_000 : ms).toISOString().replace(".000Z", "Z");
}

function boxIn({ bbox, site, "radius-km": radius }: Options): BoundingBox | null {
  if (bbox !== undefined && site !== undefined) throw new WrongUse("needs --bbox or --site, not both");
  if (site !== undefined) {
    const { latDeg, lonDeg } = siteIn(site);
    return boxAround(latDeg, lonDeg, numberIn("radius-km", radius ?? "1", { least: 0, most: 20_000 }));
  }
  if (bbox === undefined) return null;
  const [west, south, east, north] = numbersIn("bbox", bbox, "112.5,37.8,112.7,38.0") as [
    number,
    number,
    number,
    number,
  ];
  const isSound =
    Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north;
  if (isSound) return [west, south, east, north];
  throw new WrongUse(
    `--bbox is "${bbox}"; west, south, east and north in degrees, such as 112.5,37.8,112.7,38.0 would be right`,
  );
}

/** Writes the collections of a catalogue, a line each. */
async function tellCollections(
  catalogue: Catalogue,
  { bbox, from, to }: ItemSearch,
  options: Options,
  shell: Shell,
) {
  const network = catalogueNetwork(options, readConfig(shell.env), () => Date.parse(shell.now()));
  const words = options.collections === "*" ? [] : listIn(options.collections);
  const found = await searchCollections(network, catalogue, { words, bbox, from, to });
  if (options.json) for (const one of found) shell.out(JSON.stringify(one));
  else {
    const rows = found.map(({ id, title, from: since, to: until }) => [
      id,
      since ?? "",
      until ?? "",
      title ?? "",
    ]);
    shell.out(table(["collection", "from", "to", "title"], rows));
  }
  return 0;
}

interface Told {
  readonly cursor: SearchCursor | null;
  readonly broken: SearchBroken | null;
  readonly items: readonly ImageryItem[];
}

/** Writes the items as they come, up to the limit; what broke off leaves a place to go on from. */
async function tellFound(
  pages: ReturnType<typeof searchCatalogue>,
  { limit, isJson }: { limit: number; isJson: boolean },
  shell: Shell,
): Promise<Told> {
  const rows: ImageryItem[] = [];
  let [count, last]: [number, SearchCursor | null] = [0, null];
  const tell = () => void (!isJson && shell.out(table(HEADING, rows.map(cells))));
  try {
    for await (const { items, at, next, notes } of pages) {
      for (const note of new Set(notes)) shell.err(note);
      const taken = items.slice(0, limit - count);
      if (isJson && taken.length > 0) shell.out(taken.map((item) => JSON.stringify(item)).join("\n"));
      rows.push(...taken);
      await shell.drained();
      count += taken.length;
      last = taken.length < items.length ? { ...at, skip: at.skip + taken.length } : next;
      if (count >= limit) break;
    }
  } catch (error) {
    if (!(error instanceof SearchBroken)) throw error;
    tell();
    return { cursor: error.cursor ?? null, broken: error, items: rows };
  }
  tell();
  return { cursor: last, broken: null, items: rows };
}

const HEADING = ["time (UTC)", "collection", "id", "cloud %", "sun °", "orbit", "assets"];

function cells({
  datetime,
  collection,
  id,
  cloudPercent,
  sunElevationDeg,
  relativeOrbit,
  assets,
}: ImageryItem): string[] {
  return [
    ...[datetime?.slice(0, 16).replace("T", " ") ?? "", collection ?? "", id],
    ...[cloudPercent?.toFixed(0) ?? "", sunElevationDeg?.toFixed(0) ?? "", String(relativeOrbit ?? "")],
    Object.keys(assets).join(" "),
  ];
}

function cursorText(cursor: SearchCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

function cursorIn(text: string): SearchCursor {
  try {
    const read = JSON.parse(Buffer.from(text, "base64url").toString()) as Partial<SearchCursor>;
    const { question = null, skip, filtering } = read;
    const isSound = question === null || (/^(GET|POST)$/.test(question.method) && URL.canParse(question.url));
    if (isSound && Number.isInteger(skip) && ["cql2", "query", "own"].includes(String(filtering)))
      return read as SearchCursor;
  } catch {
    // Said below.
  }
  throw new WrongUse("--resume is no cursor; what an earlier search wrote after --resume would be right");
}
