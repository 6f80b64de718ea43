import type { Observation } from "#model/observation.ts";
import { RECORD_CELLS } from "#model/record-cells.ts";

/** Observations as a table in the layout of a record file: what was read from one reads back the same. */
export function recordCsv(observations: readonly Observation[]): string {
  const measures = namesIn(observations, ({ measures: of }) => of);
  const attributes = namesIn(observations, ({ attributes: of }) => of);
  const heading = [...Object.keys(RECORD_CELLS), ...measures.map((name) => `#${name}`), ...attributes];
  const rows = observations.map((observation) => [
    ...Object.values(RECORD_CELLS).map((cell) => cell(observation)),
    ...measures.map((name) => observation.measures[name] ?? ""),
    ...attributes.map((name) => observation.attributes[name] ?? ""),
  ]);
  return [heading, ...rows].map((row) => row.map(quoted).join(",")).join("\n");
}

function namesIn(
  observations: readonly Observation[],
  of: (observation: Observation) => Readonly<Record<string, unknown>>,
): string[] {
  return [...new Set(observations.flatMap((observation) => Object.keys(of(observation))))].sort();
}

function quoted(cell: string | number): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
