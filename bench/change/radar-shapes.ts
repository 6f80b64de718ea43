import { standardNormal, type Random } from "../../src/science/numbers/index.ts";

/** What changed on a square of ground, and by how much. */
export interface ChangeQuestion {
  readonly side: number;
  /** For each pixel the number of its field. */
  readonly parcels: Int32Array;
  readonly share: number;
  /** Least and most of one place. */
  readonly db: readonly [number, number];
  readonly signs: readonly number[];
  /** Ovals three times as long as wide, straight lines of one heading, winding lines, or whole fields. */
  readonly shape: "oval" | "strip" | "bank" | "field";
  readonly widthPx: readonly [number, number];
}

/** Decibels by which each pixel changed, 0 where it did not, until the share is reached. */
export function changesDb(question: ChangeQuestion, random: Random): Float32Array {
  const { side, share, db, signs } = question;
  const out = new Float32Array(side * side);
  const heading = Math.PI * random();
  let left = share * out.length;
  while (left > 0) {
    const one = between(db, random) * signs[Math.floor(random() * signs.length)]!;
    for (const i of placeOf(question, heading, random)) {
      if (out[i] === 0) left--;
      out[i] = one;
    }
  }
  return out;
}

function placeOf(
  { side, parcels, shape, widthPx }: ChangeQuestion,
  heading: number,
  random: Random,
): number[] {
  const [x, y] = [random() * side, random() * side];
  if (shape === "field") {
    const own = parcels[Math.floor(y) * side + Math.floor(x)];
    return [...parcels.keys()].filter((i) => parcels[i] === own);
  }
  const width = between(widthPx, random);
  const from = { x, y, width };
  if (shape === "oval")
    return lineFrom(side, { ...from, length: 3 * width, angle: Math.PI * random(), isOval: true });
  const length = between([20, 80], random);
  const angle = heading + (random() < 0.3 ? Math.PI / 2 : 0);
  return lineFrom(side, {
    ...from,
    length,
    angle,
    turn: shape === "bank" ? () => 0.05 * standardNormal(random) : undefined,
  });
}

interface Line {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly length: number;
  readonly angle: number;
  readonly isOval?: boolean;
  /** By how much the heading turns each half pixel. */
  readonly turn?: (() => number) | undefined;
}

function lineFrom(side: number, { x, y, width, length, angle, isOval = false, turn }: Line): number[] {
  const pixels: number[] = [];
  let [atX, atY, heading] = [x, y, angle];
  for (let along = 0; along < length; along += 0.5) {
    heading += turn?.() ?? 0;
    atX += 0.5 * Math.cos(heading);
    atY += 0.5 * Math.sin(heading);
    const half = (isOval ? Math.sqrt(1 - (2 * (along / length) - 1) ** 2) : 1) * (width / 2);
    for (let across = -half; across <= half; across += 0.5) {
      const column = Math.round(atX - across * Math.sin(heading));
      const row = Math.round(atY + across * Math.cos(heading));
      if (column >= 0 && row >= 0 && column < side && row < side) pixels.push(row * side + column);
    }
  }
  return pixels;
}

function between([low, high]: readonly [number, number], random: Random): number {
  return low + (high - low) * random();
}
