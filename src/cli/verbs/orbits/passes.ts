import { elementsBy, initialise, type ElementSet, type ListedPass } from "#science/orbits/index.ts";
import { passesOfCatalogue } from "../../../cycle/orbits/passes-of-catalogue.ts";
import { JSON_OUT, momentIn, numberIn } from "../../options.ts";
import type { Shell } from "../../shell.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";
import { ELEMENTS, readElementFile } from "./read-element-file.ts";
import { SITES, type SiteGiven, sitesIn } from "./sites-given.ts";
import { tellAges } from "./tell-ages.ts";

const SITES_AT_ONCE = 20;

/** When objects pass over sites: rise, culmination and set. */
export const passes = defineVerb({
  options: {
    ...ELEMENTS,
    ...SITES,
    from: {
      takes: "TIME",
      summary: "a day or a UTC moment; of each object the newest set by then is used (now unless given)",
    },
    days: { takes: "N", summary: "for how long (7 unless given)" },
    "min-elevation": {
      takes: "DEG",
      summary: "how high an object must be to be seen, without refraction (0 unless given)",
    },
    ...JSON_OUT,
  },
  async run({ options }, shell) {
    const sites = sitesIn(options);
    const fromMs = momentIn("from", options.from ?? shell.now());
    const toMs = fromMs + numberIn("days", options.days ?? "7", { least: 0.0001, most: 366 }) * 86_400_000;
    const least = { least: -89, most: 89 };
    const minElevationDeg = numberIn("min-elevation", options["min-elevation"] ?? "0", least);
    const elements = elementsBy(readElementFile(options.elements, shell), fromMs);
    tellAges(elements, { fromMs, toMs }, shell);
    const orbits = initialise(elements);
    const lost = new Map<number, string>();
    for (let at = 0; at < sites.length; at += SITES_AT_ONCE) {
      const some = sites.slice(at, at + SITES_AT_ONCE);
      const found = await passesOfCatalogue(orbits, { sites: some, fromMs, toMs, minElevationDeg });
      for (const { object, fromMs: since, error } of found.lost) {
        lost.set(object, `${elements[object]!.id}: no position from ${iso(since)} on: ${error}`);
      }
      await tell(found.passes, { elements, sites: some, isJson: options.json ?? false }, shell);
    }
    for (const line of lost.values()) shell.err(line);
    return 0;
  },
});

interface Told {
  readonly elements: readonly ElementSet[];
  readonly sites: readonly SiteGiven[];
  readonly isJson: boolean;
}

const LINES_AT_ONCE = 5000;

async function tell(found: readonly ListedPass[], told: Told, shell: Shell): Promise<void> {
  if (!told.isJson) {
    shell.out(
      table(
        HEADING,
        found.map((pass) => cells(pass, told)),
      ),
    );
    return;
  }
  for (let i = 0; i < found.length; i += LINES_AT_ONCE) {
    const some = found.slice(i, i + LINES_AT_ONCE).map((pass) => JSON.stringify(rowOf(pass, told)));
    shell.out(some.join("\n"));
    await shell.drained();
  }
}

function rowOf({ object, site, view, ...pass }: ListedPass, { elements, sites }: Told) {
  const { id, name } = elements[object]!;
  const { id: siteId } = sites[site]!;
  return {
    id,
    name,
    ...(siteId !== null && { site: siteId }),
    rise: iso(pass.riseMs),
    peak: iso(pass.peakMs),
    set: iso(pass.setMs),
    maxElDeg: rounded(view.elevationDeg, 4),
    sunlit: view.isSunlit,
    day: view.isDay,
    azDeg: rounded(view.azimuthDeg, 3),
    rangeKm: rounded(view.rangeKm, 3),
    offNadirDeg: rounded(view.offNadirDeg, 3),
    clipped: clippedAt(pass),
  };
}

function clippedAt({ startsBefore, endsAfter }: Pick<ListedPass, "startsBefore" | "endsAfter">) {
  if (startsBefore) return endsAfter ? "both" : "start";
  return endsAfter ? "end" : null;
}

const HEADING = ["site", "id", "name", "rise (UTC)", "peak", "set", "° high", "light", "clipped"];

function cells({ object, site, view, ...pass }: ListedPass, { elements, sites }: Told): string[] {
  const { id, name } = elements[object]!;
  const time = (ms: number) => iso(ms).slice(11, 19);
  const light = `${view.isSunlit ? "sunlit" : "in shadow"}, ${view.isDay ? "day" : "night"}`;
  return [
    ...[sites[site]!.id ?? "", String(id), name ?? ""],
    ...[iso(pass.riseMs).slice(0, 19).replace("T", " "), time(pass.peakMs), time(pass.setMs)],
    ...[view.elevationDeg.toFixed(1), light, clippedAt(pass) ?? ""],
  ];
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
