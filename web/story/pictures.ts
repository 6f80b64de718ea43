import { writeFileSync } from "node:fs";
import path from "node:path";
import { type Samples, writeGeoTiff } from "#science/imagery/index.ts";
import { randomStream, standardNormal } from "#science/numbers/index.ts";
import { tocsin } from "./serving.ts";

const SIDE = 64;

/** Made-up pictures: at one site something was built, at another the later date is under cloud. */
export async function comparePictures(home: string): Promise<void> {
  const site = { lat: 41.53, lon: 86.37 };
  await findScenes(home, "BOHU", site);
  const [before, built] = [false, true].map((isBuilt) => picture(home, { isBuilt, ...site }));
  await compare(home, "BOHU", before!, built!);
  const coast = { lat: 19.6142, lon: 110.9511 };
  const [clear, cloud] = [false, true].map((isClouded) => picture(home, { isClouded, ...coast }));
  await compare(home, "WENCHANG", clear!, cloud!);
}

interface Shown {
  readonly lat: number;
  readonly lon: number;
  readonly isBuilt?: boolean;
  readonly isClouded?: boolean;
}

/** Fields in four bands on a grid of degrees, new ground on a square where something was built. */
function picture(home: string, { lat, lon, isBuilt = false, isClouded = false }: Shown): string {
  const name = `${lat} ${isBuilt} ${isClouded}`;
  const random = randomStream(name);
  const bands = Array.from({ length: 4 }, (_, k): Samples =>
    Uint16Array.from({ length: SIDE * SIDE }, (__, i) => {
      const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
      if (isClouded) return 0;
      const isSquare = isBuilt && x >= 20 && x < 32 && y >= 30 && y < 42;
      const field = (Math.imul((x >> 3) * 31 + (y >> 3) * 17 + 5, 2_654_435_761) >>> 8) % 5;
      return 900 + 300 * ((field * (k + 2)) % 5) + (isSquare ? 2500 : 0) + 25 * standardNormal(random);
    }),
  );
  const step = 0.0001;
  const geotransform = [lon - (SIDE / 2) * step, step, 0, lat + (SIDE / 2) * step, 0, -step] as const;
  const file = path.join(home, `${name}.tif`);
  const raster = {
    width: SIDE,
    height: SIDE,
    bands,
    noData: null,
    mask: null,
    grid: { epsg: 4326, geotransform },
  };
  writeFileSync(file, writeGeoTiff({ ...raster, scales: [1, 1, 1, 1], offsets: [0, 0, 0, 0] }));
  return file;
}

/** A catalogue of files that has a scene of every ten days, those that are compared among them. */
async function findScenes(
  home: string,
  site: string,
  { lat, lon }: Pick<Shown, "lat" | "lon">,
): Promise<void> {
  const days = ["2026-06-01", "2026-06-11", "2026-06-21", "2026-07-01", "2026-07-11"];
  const ids = { "2026-06-01": "S2A_MSIL2A_STORY1", "2026-07-01": "S2B_MSIL2A_STORY2" };
  const items = days.map((day, i) => {
    const bbox = [lon - 0.5, lat - 0.5, lon + 0.5, lat + 0.5];
    const properties = {
      ...{ datetime: `${day}T05:10:00Z`, platform: "sentinel-2a", "eo:cloud_cover": [2, 88, 41, 5, 18][i] },
      ...{ "view:sun_elevation": 60 - i, "sat:orbit_state": "descending" },
    };
    const id = ids[day as keyof typeof ids] ?? `S2A_MSIL2A_${day}`;
    const head = { type: "Feature", stac_version: "1.0.0", id, links: [], assets: {} };
    const geometry = { type: "Point", coordinates: [lon, lat] };
    writeFileSync(
      path.join(home, `scene-${i}.json`),
      JSON.stringify({ ...head, bbox, geometry, properties }),
    );
    return { rel: "item", href: `./scene-${i}.json` };
  });
  const file = path.join(home, "scenes.json");
  const catalogue = { type: "Catalog", stac_version: "1.0.0", id: "story", description: "", links: items };
  writeFileSync(file, JSON.stringify(catalogue));
  await tocsin(home, "imagery", "search", "--of", site, "--provider", file);
}

async function compare(home: string, site: string, before: string, after: string): Promise<void> {
  const dates = ["--before", "2026-06-01", "--after", "2026-07-01"];
  const scenes = ["--scenes", "S2A_MSIL2A_STORY1,S2B_MSIL2A_STORY2", "--sensor", "Sentinel-2 MSI"];
  await tocsin(home, "imagery", "compare", before, after, "--site", site, ...dates, ...scenes);
}
