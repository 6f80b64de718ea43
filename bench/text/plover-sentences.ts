import { existsSync, readFileSync } from "node:fs";

/** A sentence with its two sides marked, and what kind of event it tells. */
export interface PloverSentence {
  readonly sentence: string;
  readonly source: string;
  readonly target: string;
  readonly root: string;
  readonly quad: number;
}

export const PLV_FILE = "../shared/data/text/events/plv/PLV_train.tsv";

/** The rows of a PLV table, null where the file is not here. */
export function ploverSentences(file: string): PloverSentence[] | null {
  if (!existsSync(file)) return null;
  const [header = "", ...lines] = readFileSync(file, "utf8").split(/\r?\n/);
  const names = header.split("\t");
  return lines
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const cells = line.split("\t").map(unquoted);
      const cell = (name: string) => cells[names.indexOf(name)] ?? "";
      return {
        sentence: cell("sentence"),
        source: cell("source"),
        target: cell("target"),
        root: cell("gold_root"),
        quad: Number(cell("gold_penta")),
      };
    });
}

const unquoted = (text: string) =>
  text.length > 1 && text.startsWith('"') && text.endsWith('"')
    ? text.slice(1, -1).replaceAll('""', '"')
    : text;
