import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { InputError } from "#model/input-error.ts";
import { compilePetrarch, type PetrarchDictionary } from "#science/text/petrarch/index.ts";
import { OWN_DICTIONARIES } from "./event-readers.ts";
import { readIrregular } from "./read-irregular.ts";

const KINDS = ["actors", "agents", "verbs", "discards"] as const;

/**
 * Reads dictionaries in PETRARCH's format: every `.txt` of a folder whose name says of which kind it is (actor, agent,
 * verb, discard). Agents and discards may be missing; InputError where actors or verbs are.
 */
export function readPetrarch(folder: string): PetrarchDictionary {
  const files = filesIn(folder);
  const textOf = (kind: (typeof KINDS)[number]) =>
    files
      .filter((name) => name.toLowerCase().includes(kind.slice(0, -1)))
      .map((name) => readFileSync(path.join(folder, name), "utf8"))
      .join("\n");
  const texts = {
    actors: textOf("actors"),
    agents: textOf("agents"),
    verbs: textOf("verbs"),
    discards: textOf("discards"),
  };
  const dictionary = compilePetrarch(
    texts,
    new Map(readIrregular(OWN_DICTIONARIES, "en").map(([base, ...pasts]) => [base, pasts])),
  );
  for (const kind of ["actors", "verbs"] as const) {
    if (dictionary[kind].size === 0) throw missing(folder, kind);
  }
  return dictionary;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".txt"))
      .toSorted();
  } catch {
    throw new InputError([
      { file: folder, wrong: "no such folder", right: "expected dictionaries of PETRARCH" },
    ]);
  }
}

const missing = (folder: string, kind: string) =>
  new InputError([
    {
      file: folder,
      wrong: `no ${kind}`,
      right: `expected a .txt with "${kind.slice(0, -1)}" in its name in PETRARCH's format`,
    },
  ]);
