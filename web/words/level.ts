import { LEVEL_NAMES, type Level } from "#model/indicator.ts";

/** The name of a level where the watch gives none. */
export function levelName(level: Level): string {
  return level === "unknown" ? "unknown" : LEVEL_NAMES[level];
}

/** A measure with as many digits as it carries. */
export function measureText(value: number | null): string {
  if (value === null) return "unknown";
  if (Number.isInteger(value)) return String(value);
  return Math.abs(value) >= 10 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 1 ? 1 : 2);
}
