import type { Verb } from "./verb.ts";
import type { VerbEntry } from "./verb-entry.ts";
import { VERBS } from "./verbs.ts";

/** What the whole command line can do. */
export function helpForAll(): string {
  return [
    "tocsin: strategic warning for space security",
    "",
    "  tocsin VERB [options]",
    "",
    ...aligned(VERBS.map(({ name, summary }) => [name, summary])),
    "",
    '"tocsin help VERB" says more. Every verb answers --json with JSON.',
    "Exit code 0 done, 1 the input was wrong, 2 wrong use, 3 the outside failed.",
    "TOCSIN_HOME keeps the stores (.tocsin unless set), TOCSIN_DATABASE_URL names a PostgreSQL instead.",
  ].join("\n");
}

/** What one verb takes. */
export function helpFor({ name, summary }: VerbEntry, { words = [], options }: Verb): string {
  const rows = Object.entries(options).map(
    ([option, { takes, summary: about }]) => [`--${option}${takes ? ` ${takes}` : ""}`, about] as const,
  );
  return [
    `tocsin ${[name, ...words, ...(rows.length > 0 ? ["[options]"] : [])].join(" ")}`,
    "",
    `  ${summary}`,
    "",
    ...aligned(rows),
  ].join("\n");
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
