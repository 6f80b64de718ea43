import { gammaDraw, standardNormal, type Random } from "#science/numbers/index.ts";

export interface SimulatedQuestion {
  readonly side: number;
  readonly dates: number;
  /** Equivalent number of looks, of each date where they differ; 4.4 as of Sentinel-1 ground range products. */
  readonly looks: number | readonly number[];
  /** Natural variation from date to date, in decibels, alike over about three pixels. */
  readonly naturalDb: number;
  readonly random: Random;
  /** Backscatter of a pixel on a date above its ground, in decibels. */
  readonly changeDb?: (pixel: number, date: number) => number;
}

/**
 * A made-up stack of radar dates in linear power: ground of −18 to −4 dB alike over twelve pixels, the same on all
 * dates; natural variation drawn anew for each date; gamma speckle drawn for each pixel and date. It has no layover,
 * no moving seasons and no correlated speckle, so what is measured on it is no claim about real scenes.
 */
export function simulatedStack(question: SimulatedQuestion): Float32Array[] {
  const { side, dates, looks, naturalDb, random, changeDb } = question;
  const ground = correlatedField(random, side, 12);
  return Array.from({ length: dates }, (_, date) => {
    const natural = correlatedField(random, side, 3);
    const scene = 0.5 * standardNormal(random);
    const own = typeof looks === "number" ? looks : looks[date]!;
    return Float32Array.from(ground, (level, i) => {
      const decibel = -11 + 3 * level + naturalDb * natural[i]! + scene + (changeDb?.(i, date) ?? 0);
      return (10 ** (decibel / 10) * gammaDraw(random, own)) / own;
    });
  });
}

/** A square field of unit variance at its grid points, bilinear between points `cell` pixels apart. */
function correlatedField(random: Random, side: number, cell: number): Float32Array {
  const points = Math.ceil(side / cell) + 2;
  const grid = Float32Array.from({ length: points * points }, () => standardNormal(random));
  return Float32Array.from({ length: side * side }, (_, i) => {
    const [x, y] = [(i % side) / cell, Math.floor(i / side) / cell];
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [fx, fy] = [x - left, y - top];
    const at = top * points + left;
    const above = grid[at]! * (1 - fx) + grid[at + 1]! * fx;
    const below = grid[at + points]! * (1 - fx) + grid[at + points + 1]! * fx;
    const size = Math.sqrt(((1 - fx) ** 2 + fx ** 2) * ((1 - fy) ** 2 + fy ** 2));
    return (above * (1 - fy) + below * fy) / size;
  });
}
