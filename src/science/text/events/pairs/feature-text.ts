import type { EventLanguage } from "../event-language.ts";
import { ROOTS, type Root } from "../../plover/plover.ts";
import { FAMILIES, type Kind } from "./families.ts";
import { REASONS } from "./reasons.ts";
import type { Reason } from "../modality.ts";

/** A feature as it is kept in a file, `family=value`: numbers of classes and stems are others in every dictionary, their names are not. */
export const featureText = (
  language: EventLanguage,
  family: number,
  value: number,
  stems: readonly string[],
): string => {
  const { name, kind } = FAMILIES[family]!;
  return `${name}=${valueText(language, kind, value, stems)}`;
};

function valueText(
  { classes, sectors }: EventLanguage,
  kind: Kind,
  value: number,
  stems: readonly string[],
): string {
  switch (kind) {
    case "stem":
      return stems[value]!;
    case "class":
      return classes.names[value]!;
    case "sector":
      return sectors[value - 1] ?? "-";
    case "root":
      return ROOTS[value]!;
    case "reason":
      return REASONS[value]!;
    case "count":
      return `${value}`;
  }
}

/** The number that a value has for a language, -1 where the language does not know it. */
export function valueOf(
  { classes, sectors }: EventLanguage,
  kind: Kind,
  text: string,
  stemNumber: (stem: string) => number,
): number {
  switch (kind) {
    case "stem":
      return stemNumber(text);
    case "class":
      return classes.idOf.get(text) ?? -1;
    case "sector":
      return text === "-" ? 0 : sectors.indexOf(text) + 1 || -1;
    case "root":
      return ROOTS.indexOf(text as Root);
    case "reason":
      return REASONS.indexOf(text as Reason);
    case "count":
      return Number(text);
  }
}
