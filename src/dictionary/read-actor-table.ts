import { readFileSync } from "node:fs";
import { InputError } from "#model/input-error.ts";
import { type ActorEntry } from "#science/text/index.ts";
import { missingColumns, readCsv } from "#science/text/tables/index.ts";

const NEEDED = ["id", "name_en", "country", "kind"];

/** Kinds of a watch's actors as sectors; others have none. */
const SECTORS: Readonly<Record<string, string>> = {
  agency: "GOV",
  government: "GOV",
  military: "MIL",
  intelligence: "SPY",
  cyber_unit: "SPY",
  hacktivist: "CRM",
  proxy: "REB",
  company: "BUS",
  organisation: "IGO",
  alliance: "IGO",
  union: "IGO",
  institute: "EDU",
  "think-tank": "NGO",
};

/** A watch's `actors.csv` as actors to find in texts, without programmes of several states, which are joined but do nothing; InputError where it is no such table. */
export function readActorTable(file: string): ActorEntry[] {
  const { header, faults, rows } = readCsv(textOf(file));
  const [fault] = [...faults, ...missingColumns(header, NEEDED)];
  if (fault) throw new InputError([{ file, ...fault }]);
  return [...rows].flatMap((row) => {
    if ("wrong" in row) return [];
    const cells = new Map(header.fields.map((name, column) => [name, row.fields[column]!]));
    const isOfMany = cells.get("kind") === "programme" && cells.get("country") === "INT";
    return isOfMany ? [] : [actorOf((name) => cells.get(name) ?? "")];
  });
}

function actorOf(cell: (name: string) => string): ActorEntry {
  return {
    id: cell("id"),
    country: cell("country"),
    sector: SECTORS[cell("kind")] ?? null,
    names: ["en", "ru", "zh"].flatMap((language) =>
      [cell(`name_${language}`), ...cell(`aliases_${language}`).split(";")]
        .map((text) => text.trim())
        .filter((text) => text.length > 1)
        .map((text) => ({ text, language, form: 0, attributive: false })),
    ),
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new InputError([{ file, wrong: "no such file", right: "expected an actors.csv" }]);
  }
}
