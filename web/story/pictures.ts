import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Samples, writeGeoTiff } from "#science/imagery/index.ts";
import { randomStream, standardNormal } from "#science/numbers/index.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SIDE = 64;

/** Made-up pictures: at one site something was built, at another the later date is under cloud. */
export function comparePictures(home: string): void {
  const site = { lat: 41.53, lon: 86.37 };
  const [before, built] = [false, true].map((isBuilt) => picture(home, { isBuilt, ...site }));
  compare(home, "BOHU", before!, built!);
  const coast = { lat: 19.6142, lon: 110.9511 };
  const [clear, cloud] = [false, true].map((isClouded) => picture(home, { isClouded, ...coast }));
  compare(home, "WENCHANG", clear!, cloud!);
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

function compare(home: string, site: string, before: string, after: string): void {
  const dates = ["--before", "2026-06-01", "--after", "2026-07-01"];
  const scenes = ["--scenes", "S2A_MSIL2A_STORY1,S2B_MSIL2A_STORY2", "--sensor", "Sentinel-2 MSI"];
  const words = ["imagery", "compare", before, after, "--site", site, ...dates, ...scenes];
  execFileSync(process.execPath, ["bin/tocsin.js", ...words], {
    cwd: ROOT,
    env: { ...process.env, TOCSIN_HOME: home },
  });
}
