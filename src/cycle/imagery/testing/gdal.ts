import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Raster, Samples } from "#science/imagery/index.ts";

const [TRANSLATE, ADD_OVERVIEWS, INFO] = ["gdal_translate", "gdaladdo", "gdalinfo"];

/** Whether GDAL's commands are on this machine; tests that compare with it are skipped where they are not. */
export const HAS_GDAL = (() => {
  try {
    execFileSync(TRANSLATE, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

/** A folder for a test's files, and how to take it away. */
export function scratchFolder(): { readonly at: (name: string) => string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), "tocsin-imagery-"));
  return {
    at: (name) => path.join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function gdalTranslate(from: string, to: string, options: readonly string[]): void {
  execFileSync(TRANSLATE, ["-q", ...options, from, to], { stdio: ["ignore", "pipe", "pipe"] });
}

/** What GDAL knows of a picture; its files are not changed. */
export interface GdalInfo {
  readonly geoTransform?: readonly number[];
  readonly gcps?: { readonly gcpList: readonly unknown[] };
  readonly coordinateSystem?: { readonly wkt: string };
  readonly bands: readonly {
    readonly noDataValue?: number | "NaN";
    readonly scale?: number;
    readonly offset?: number;
  }[];
}

export function gdalInfo(file: string): GdalInfo {
  const told = execFileSync(INFO, ["-json", file], { stdio: ["ignore", "pipe", "ignore"] });
  return JSON.parse(told.toString()) as GdalInfo;
}

/** Writes overviews beside a picture. */
export function gdalOverviews(file: string, factors: readonly number[]): void {
  execFileSync(ADD_OVERVIEWS, ["-q", "-ro", "-r", "average", file, ...factors.map(String)]);
}

/** The bands of a picture as GDAL reads them, of the kind of the raster they are compared with. */
export function gdalBands(file: string, like: Raster, options: readonly string[] = []): Samples[] {
  const scratch = scratchFolder();
  try {
    gdalTranslate(file, scratch.at("plain"), ["-of", "ENVI", "-co", "INTERLEAVE=BSQ", ...options]);
    const bytes = new Uint8Array(readFileSync(scratch.at("plain")));
    let at = 0;
    return like.bands.map((band) => {
      const Kind = band.constructor as new (buffer: ArrayBuffer, at: number, length: number) => Samples;
      const start = at;
      at += band.byteLength;
      if (at > bytes.length) throw new Error(`GDAL gave ${bytes.length} bytes, not ${at}`);
      return new Kind(bytes.buffer, start, band.length);
    });
  } finally {
    scratch.remove();
  }
}
