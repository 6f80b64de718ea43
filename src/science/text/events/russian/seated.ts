import { BIT } from "../classes.ts";
import type { Mention } from "../mention.ts";
import { PREPOSITIONAL } from "./cases.ts";

/** "Суд в Вильнюсе": an office without a country is of the place right behind it. */
export const seated = (found: readonly Mention[]): Mention[] =>
  found.map((office, index) => {
    const place = found[index + 1];
    const isSeat =
      office.country === null &&
      SEATED.has(office.sector ?? "") &&
      place?.from === office.to + 1 &&
      (place.preposition & BIT.in) !== 0 &&
      (place.form & PREPOSITIONAL) !== 0;
    return isSeat ? { ...office, country: place.country } : office;
  });

const SEATED: ReadonlySet<string> = new Set(["GOV", "JUD", "COP"]);
