import type { Geotransform, Raster } from "#science/imagery/index.ts";
import { InputError } from "#model/input-error.ts";

export interface NamedRaster {
  readonly file: string;
  readonly raster: Raster;
}

/** What was noticed about a pair that can be compared, and how many bands both have. */
export interface CheckedPair {
  readonly notes: readonly string[];
  readonly bands: number;
}

/** Whether two rasters lie on one grid; InputError where they cannot be compared pixel by pixel. */
export function checkedPair(before: NamedRaster, after: NamedRaster): CheckedPair {
  const [x, y] = [before.raster, after.raster];
  requireSameSize(before, after);
  const gap = gridGap(before, after);
  requireContent(before);
  requireContent(after);
  const bands = Math.min(x.bands.length, y.bands.length);
  const fewer = `the dates have ${x.bands.length} and ${y.bands.length} bands; the first ${bands} were compared`;
  return { bands, notes: [...gap, ...(x.bands.length === y.bands.length ? [] : [fewer])] };
}

function requireSameSize(before: NamedRaster, { file, raster }: NamedRaster): void {
  const { width, height } = before.raster;
  if (raster.width === width && raster.height === height) return;
  const right = `expected ${width} x ${height} as in ${before.file}`;
  throw new InputError([{ file, wrong: `${raster.width} x ${raster.height} pixels`, right }]);
}

/** Differences of the grids that do not forbid a comparison; InputError where the two do not overlap. */
function gridGap(before: NamedRaster, after: NamedRaster): string[] {
  const { width, height, grid } = before.raster;
  const other = after.raster.grid;
  if (grid.epsg !== null && other.epsg !== null && grid.epsg !== other.epsg) {
    const right = `expected EPSG:${grid.epsg} as in ${before.file}`;
    throw new InputError([{ file: after.file, wrong: `EPSG:${other.epsg}`, right }]);
  }
  if (grid.geotransform === null || other.geotransform === null) return [];
  const [dx, dy] = offsetPx(grid.geotransform, other.geotransform);
  if (Math.abs(dx) >= width || Math.abs(dy) >= height) {
    const wrong = `lies ${Math.round(Math.hypot(dx, dy))} pixels away, without overlap`;
    throw new InputError([{ file: after.file, wrong, right: `expected the ground of ${before.file}` }]);
  }
  const length = Math.hypot(dx, dy);
  if (length <= 0.5) return [];
  return [`the grids lie ${length.toFixed(1)} pixels apart by their georeference; compared pixel by pixel`];
}

function offsetPx(a: Geotransform, b: Geotransform): [number, number] {
  return [(b[0] - a[0]) / (a[1] || 1), (b[3] - a[3]) / (a[5] || 1)];
}

/** InputError where a raster holds nothing, or one number alone. */
function requireContent({ file, raster }: NamedRaster): void {
  const { bands, noData, mask } = raster;
  let isEmpty = true;
  for (const band of bands) {
    let first: number | null = null;
    for (let i = 0; i < band.length; i++) {
      const value = band[i]!;
      if (value === noData || !Number.isFinite(value) || (mask !== null && mask[i] === 0)) continue;
      isEmpty = false;
      if (first === null) first = value;
      else if (value !== first) return;
    }
  }
  const wrong = isEmpty ? "no pixel was measured" : "every pixel holds the same number";
  throw new InputError([{ file, wrong, right: "expected a picture of the ground" }]);
}

/** The raster without the pixels a mask marks; InputError where the mask lies on another grid. */
export function withoutMasked(raster: Raster, mask: NamedRaster | null): Raster {
  if (mask === null) return raster;
  const { width, height } = raster;
  const marks = mask.raster;
  if (marks.width !== width || marks.height !== height) {
    const wrong = `${marks.width} x ${marks.height} pixels`;
    throw new InputError([{ file: mask.file, wrong, right: `expected ${width} x ${height} as in the pair` }]);
  }
  const [marked, previous] = [marks.bands[0]!, raster.mask];
  const kept = Uint8Array.from({ length: width * height }, (_, i) =>
    marked[i] === 0 && previous?.[i] !== 0 ? 1 : 0,
  );
  return { ...raster, mask: kept };
}
