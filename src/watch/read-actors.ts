import { z } from "zod";
import { actor } from "#model/actor.ts";
import { listIn } from "./list-in.ts";
import { readTable } from "./read-table.ts";

const COLUMNS = [
  "id",
  "name_en",
  "aliases_en",
  "name_ru",
  "aliases_ru",
  "name_zh",
  "aliases_zh",
  "country",
  "kind",
  "bloc",
  "parent",
  "alias_confidence",
] as const;

/** Rows of the record name actors as `RUS:source;NOR`. */
const actorRow = actor.extend({ id: z.string().regex(/^[^;:]+$/, "expected an id without ; and :") });

/** Reads `actors.csv`; aliases are separated by semicolons. */
export function readActors(file: string, text: string) {
  return readTable(file, text, {
    columns: COLUMNS,
    schema: actorRow,
    valueOf: (cells) => ({
      id: cells.id,
      names: {
        en: cells.name_en,
        ...(cells.name_ru !== "" && { ru: cells.name_ru }),
        ...(cells.name_zh !== "" && { zh: cells.name_zh }),
      },
      aliases: {
        en: listIn(cells.aliases_en),
        ru: listIn(cells.aliases_ru),
        zh: listIn(cells.aliases_zh),
      },
      country: cells.country,
      kind: cells.kind,
      bloc: cells.bloc,
      parent: cells.parent,
      aliasConfidence: cells.alias_confidence,
    }),
    columnOf: (part) => (part === "names.en" ? "name_en" : part),
  });
}
