import { BIT } from "../classes.ts";
import type { Trigger } from "../trigger.ts";
import type { Mention } from "../mention.ts";
import { ACCUSATIVE, DATIVE, GENITIVE, INSTRUMENTAL, PREPOSITIONAL } from "./cases.ts";
import { is, isBare } from "./parties.ts";

/** How likely a mention is the one it is done to. */
export function weightOf(one: Mention, trigger: Trigger, sources: readonly Mention[]): number {
  const isAfter = one.from >= trigger.head;
  const distance = (isAfter ? one.from - trigger.head : trigger.from - one.to + 3) * 0.04;
  const side = isAfter ? 0 : 0.6;
  const isUnknown = one.country === null ? 1.5 : 0;
  const isAtHome = sources.some(({ country }) => country === one.country) ? 0.8 : 0;
  const isProgramme = one.country === "INT" ? 1 : 0;
  const kind = rankedBy(trigger, one) ?? kindOf(one);
  const isAppealed =
    trigger.rule.root === "ACCUSE" && one.country !== null && one.country.length !== 3 ? 0.5 : 0;
  return kind - distance - side - isUnknown - isAtHome - isProgramme - isAppealed;
}

/** "осудил нарушение границы российским дроном", "экстрадировать в Италию": whom a rule asks for before others. */
function rankedBy({ rule, head }: Trigger, one: Mention): number | undefined {
  const isBlamed =
    rule.mode === "disapprove" &&
    one.from > head &&
    isBare(one) &&
    is(one, INSTRUMENTAL) &&
    !is(one, ACCUSATIVE);
  if (isBlamed) return 3.2;
  return rule.id === "extradite" && isDestination(one) ? 4 : undefined;
}

/** "в Италию", "к Италии". */
export const isDestination = (one: Mention): boolean =>
  (one.preposition & (BIT.in | BIT.into)) > 0 && is(one, ACCUSATIVE) && !is(one, PREPOSITIONAL);

function kindOf(one: Mention): number {
  const { preposition } = one;
  if (preposition === 0) {
    if (one.isOwner) return 1.8;
    if (is(one, ACCUSATIVE | DATIVE)) return 3;
    return is(one, INSTRUMENTAL) ? 1.2 : is(one, GENITIVE) ? 1.8 : 0.8;
  }
  if (preposition & BIT.against) return 3.2;
  if (preposition & BIT.with) return is(one, INSTRUMENTAL) ? 2.9 : 2.3;
  if (preposition & (BIT.into | BIT.for)) return 2.6;
  if (preposition & BIT.other && is(one, INSTRUMENTAL | GENITIVE)) return 2.2;
  if (preposition & BIT.from) return 2.4;
  if (preposition & BIT.on && is(one, DATIVE)) return 2.3;
  if (preposition & BIT.in && is(one, ACCUSATIVE) && !is(one, PREPOSITIONAL)) return 2.5;
  return 1;
}

export function objectOf(
  clause: readonly Mention[],
  trigger: Trigger,
  sources: readonly Mention[],
): Mention | undefined {
  const taken = new Set(sources.map(({ group }) => group));
  const isAtHome = ({ country }: Mention) =>
    country !== null && sources.length > 0 && sources.every((one) => one.country === country);
  const free = clause.filter((one) => !taken.has(one.group) && !isAtHome(one));
  const ranked = free.toSorted((a, b) => weightOf(b, trigger, sources) - weightOf(a, trigger, sources));
  const best =
    ranked[0] && isThing(ranked[0])
      ? (ranked.find(({ country }) => country !== null) ?? ranked[0])
      : ranked[0];
  return soldBy(free, best, trigger, sources) ?? best;
}

/** "построит завод в Лаосе", "вывело войска из Лаоса": a thing or troops of no named country. */
const isThing = ({ country, sector }: Mention) =>
  country === null && (sector === "BUS" || sector === "MIL" || sector === "CRM");

/** "осудил продажу американского оружия Тайваню": blamed is whose the thing was, not who got it. */
function soldBy(
  free: readonly Mention[],
  best: Mention | undefined,
  { rule, head }: Trigger,
  sources: readonly Mention[],
): Mention | undefined {
  if (rule.mode !== "disapprove" || !best || !isBare(best) || !is(best, DATIVE) || is(best, ACCUSATIVE))
    return undefined;
  return free.find(
    (one) =>
      one.from >= head &&
      one.to < best.from + 1 &&
      one.isOwner &&
      one.country !== null &&
      sources.every(({ country }) => country !== one.country),
  );
}
