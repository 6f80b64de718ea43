import type { AlignmentReply } from "../../src/api/contract.ts";

export type Standing = NonNullable<AlignmentReply["alignment"]>;

/** The frameworks a state is in, as words. */
export function standingOf(frameworks: Standing["frameworks"], state: string): string {
  const joined = frameworks.filter(({ members }) => members.some((one) => one.state === state));
  return joined.map(({ name }) => name).join(" and ") || "neither";
}

/** How many states a framework has, and of how many where rows number more than they name. */
export const membersOf = ({ members, numbered }: Standing["frameworks"][number]): string =>
  numbered ? `${members.length} of ${members.length + numbered.unnamed}` : `${members.length}`;

/** How many states stand where, in the order of the frameworks: alone, in more than one, in neither. */
export function standingCounts({ frameworks, regions }: Standing): string {
  const states = Object.values(regions).flatMap((names) => Object.keys(names));
  const byStanding = Map.groupBy(states, (state) => standingOf(frameworks, state));
  const rank = (standing: string) => {
    const n = frameworks.findIndex(({ name }) => name === standing);
    return n >= 0 ? n : frameworks.length + Number(standing === "neither");
  };
  const isPartlyNamed = frameworks.some(({ numbered }) => numbered !== null);
  return [...byStanding]
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(
      ([standing, { length }]) =>
        `${length} ${isPartlyNamed ? "named " : ""}in ${standing}${rank(standing) < frameworks.length ? " alone" : ""}`,
    )
    .join(", ");
}
