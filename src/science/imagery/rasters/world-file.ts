import type { Geotransform } from "../raster.ts";
import { RasterRefused } from "./raster-refused.ts";

/**
 * The geotransform of a world file (`.tfw`): six lines hold dx/column, dy/column, dx/row, dy/row, and x and y of the
 * middle of the first pixel. RasterRefused where they are not six numbers that span a grid.
 */
export function geotransformOfWorldFile(text: string): Geotransform {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const [dx, ey, ex, dy, x, y] = words.map(Number) as [number, number, number, number, number, number];
  const isSound = words.length === 6 && words.every((word) => Number.isFinite(Number(word)));
  if (!isSound || dx * dy - ex * ey === 0) {
    const found = isSound ? "steps that span no grid" : `${JSON.stringify(text.slice(0, 40))}`;
    throw new RasterRefused(`the world file beside it holds ${found}, where six numbers would be right`);
  }
  return [x - (dx + ex) / 2, dx, ex, y - (ey + dy) / 2, ey, dy];
}
