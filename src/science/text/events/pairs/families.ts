/** What the values of a family of features count: stems, classes of words, sectors of actors, roots, reasons, or something small. */
export type Kind = "stem" | "class" | "sector" | "root" | "reason" | "count";

/** Families of features of a pair of states. Those "in order" are two: where the source stands first, and where the target does. */
const LIST = [
  ["word", "stem", "once"],
  ["word between", "stem", "in order"],
  ["near behind source", "stem", "once"],
  ["near before source", "stem", "once"],
  ["near behind target", "stem", "once"],
  ["near before target", "stem", "once"],
  ["next behind source", "stem", "once"],
  ["next before source", "stem", "once"],
  ["next behind target", "stem", "once"],
  ["next before target", "stem", "once"],
  ["opening", "stem", "once"],
  ["class before", "class", "in order"],
  ["class between", "class", "in order"],
  ["class after", "class", "in order"],
  ["first verb between", "class", "in order"],
  ["source sector", "sector", "once"],
  ["target sector", "sector", "once"],
  ["distance", "count", "once"],
  ["states between", "count", "in order"],
  ["states before source", "count", "once"],
  ["states before target", "count", "once"],
  ["states", "count", "once"],
  ["source is", "count", "once"],
  ["target is", "count", "once"],
  ["joined", "count", "once"],
  ["preposition of source", "count", "once"],
  ["preposition of target", "count", "once"],
  ["modal before", "count", "once"],
  ["modal between", "count", "once"],
  ["modal after", "count", "once"],
  ["told", "root", "once"],
  ["is told", "count", "once"],
  ["reverse", "root", "once"],
  ["is reversed", "count", "once"],
  ["silent", "reason", "once"],
  ["source does", "root", "once"],
  ["target suffers", "root", "once"],
  ["elsewhere", "count", "once"],
  ["events", "count", "once"],
  ["refused source", "root", "once"],
  ["refused target", "root", "once"],
  ["refused pair", "root", "once"],
  ["source refused because", "reason", "once"],
  ["target refused because", "reason", "once"],
  ["tells", "count", "once"],
  ["source does alone", "root", "once"],
  ["target suffers alone", "root", "once"],
] as const satisfies readonly (readonly [string, Kind, "once" | "in order"])[];

/** A family: its name as it is kept in files, and what its values are. */
export interface Family {
  readonly name: string;
  readonly kind: Kind;
}

/** All families; features name one by its place here. */
export const FAMILIES: readonly Family[] = LIST.flatMap(([name, kind, times]): Family[] =>
  times === "in order" ? [`${name} st`, `${name} ts`].map((one) => ({ name: one, kind })) : [{ name, kind }],
);

/** The place of a family; of one "in order" the place where the source stands first, its other half follows. */
export function familyOf(name: string, order: "once" | "in order" = "once"): number {
  const at = FAMILIES.findIndex((family) => family.name === (order === "once" ? name : `${name} st`));
  if (at < 0) throw new RangeError(`no family of features "${name}"`);
  return at;
}
