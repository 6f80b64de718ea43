import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { openStore } from "#store/index.ts";
import { readWatch } from "#watch/index.ts";
import { createWorld } from "../../../cycle/world.ts";
import { sitePictures } from "../../../cycle/imagery/site-pictures.ts";
import { siteKnown } from "../../../cycle/sites/sites-known.ts";
import { commandLine, NOW, temporaryFolder } from "../../testing/recorded-shell.ts";

const home = temporaryFolder();
const tocsin = commandLine(home);

/** A catalogue of files with scenes around Bohu and one far away. */
function catalogue(): string {
  const scenes = [
    ["S2A_1", 86.37, "2026-10-01T05:10:00Z", 12],
    ["S2B_2", 86.37, "2026-10-06T05:10:00Z", 91],
    ["S2A_FAR", 10, "2026-10-01T10:10:00Z", 0],
  ] as const;
  for (const [id, lon, datetime, cloud] of scenes) {
    const box = [lon - 0.5, 41, lon + 0.5, 42];
    const [west, south, east, north] = box;
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    const properties = {
      ...{ datetime, platform: "sentinel-2a", "eo:cloud_cover": cloud, "view:sun_elevation": 43.5 },
      "sat:orbit_state": "descending",
    };
    const assets = { scl: { href: `./${id}_scl.tif`, type: "image/tiff" } };
    const item = { type: "Feature", stac_version: "1.0.0", id, bbox: box, properties, links: [], assets };
    const geometry = { type: "Polygon", coordinates: [ring] };
    writeFileSync(path.join(home, `${id}.json`), JSON.stringify({ ...item, geometry }));
  }
  const links = scenes.map(([id]) => ({ rel: "item", href: `./${id}.json` }));
  const file = path.join(home, "catalog.json");
  const head = { type: "Catalog", stac_version: "1.0.0", id: "files", description: "files" };
  writeFileSync(file, JSON.stringify({ ...head, links }));
  return file;
}

/** What the timeline of a site tells by a day. */
async function timelineBy(day: string) {
  const store = await openStore({ file: path.join(home, "ilrs.sqlite") });
  const watch = readWatch("watches/ilrs");
  const world = createWorld({ watch, watchDir: "watches/ilrs", store, now: () => NOW });
  const told = await sitePictures(world, (await siteKnown(world, "BOHU", day))!, day);
  await store.close();
  return told;
}

test("scenes found of a site are kept and stand in its timeline from the day of the search on", async () => {
  const file = catalogue();
  const { exitCode, out, err } = await tocsin(
    "imagery",
    "search",
    "--of",
    "BOHU",
    "--provider",
    file,
    "--json",
  );
  expect([exitCode, out.split("\n").length]).toEqual([0, 2]);
  expect(err).toContain("kept of Bohu laser site: 2 scenes");
  const { timeline, available } = await timelineBy("2026-11-23");
  expect(available).toMatchObject({
    lastSearched: NOW,
    scenes: [
      { id: "S2A_1", classesAt: pathToFileURL(path.join(home, "S2A_1_scl.tif")).href },
      { id: "S2B_2" },
    ],
  });
  expect(timeline.map(({ on, lane, label }) => [on, lane, label])).toEqual([
    ["2026-10-01", "available", "sentinel-2a, 12 % cloud, Sun 44° high, descending"],
    ["2026-10-06", "available", "sentinel-2a, 91 % cloud, Sun 44° high, descending"],
  ]);
  expect((await timelineBy("2026-11-22")).available).toEqual({ lastSearched: null, scenes: [] });
});

test("a search of a site that names another place too, or no site, is refused", async () => {
  const search = (...more: string[]) => tocsin("imagery", "search", "--provider", "earth-search", ...more);
  expect((await search("--of", "BOHU", "--site", "1,2")).err).toContain("--of ID says where");
  expect((await search("--of", "NOWHERE")).err).toContain('no site "NOWHERE"');
});
