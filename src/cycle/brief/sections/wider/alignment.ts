import type { Sentence } from "#model/brief.ts";
import { newestFirst, type AlignmentTold, type BriefMaterial } from "../../material.ts";
import { counted, estimate, listed } from "../../phrase.ts";
import { NOTHING_TOLD, type Told } from "./told.ts";

type Framework = AlignmentTold["frameworks"][number];

const LIKELIEST = 3;

/** How many have joined which framework, who is in more than one, and who is likely to be next. */
export function aboutAlignment(material: BriefMaterial, alignment: AlignmentTold | null): Told {
  const joined = alignment?.frameworks.filter(({ members }) => members.length > 0) ?? [];
  if (!alignment || joined.length === 0) return NOTHING_TOLD;
  const { dual } = alignment;
  const memberships = joined.flatMap(({ members }) => members);
  const namesOf = (ids: readonly string[]) => ids.map((id) => stateName(alignment, id));
  const forecast = joined.filter(({ hazard }) => hazard?.outOfSample?.isBetter);
  return {
    sentences: [
      {
        text: `Who stands where: ${joined.map(membershipInWords).join("; ")}.`,
        cites: joined.flatMap((one) => [...lastNumbered(one), ...newest(material, one, 2)]),
      },
      ...bothIn(alignment, memberships),
      ...forecast.map((one) => next(material, alignment, one)),
    ],
    names: [
      ...joined.map(({ name }) => name),
      ...namesOf([
        ...dual,
        ...forecast.flatMap(({ hazard }) => hazard!.next.slice(0, LIKELIEST).map(({ id }) => id)),
      ]),
    ],
    days: [],
  };
}

function membershipInWords({ name, members, numbered }: Framework): string {
  const byNumber = numbered ? `, ${numbered.upTo} by number` : "";
  return `in ${name} ${counted(members.length, "state")} by name${byNumber}`;
}

const lastNumbered = ({ numbered }: Framework): string[] => (numbered ? [numbered.observation] : []);

function newest(material: BriefMaterial, { members }: Framework, limit: number): string[] {
  return newestFirst(
    material,
    members.map(({ observation }) => observation),
    limit,
  );
}

function bothIn(alignment: AlignmentTold, memberships: Framework["members"]): Sentence[] {
  const { dual } = alignment;
  if (dual.length === 0) return [];
  const cites = memberships.filter(({ state }) => dual.includes(state)).map(({ observation }) => observation);
  const names = listed(dual.map((id) => stateName(alignment, id)));
  return [{ text: `In more than one of them ${dual.length === 1 ? "is" : "are"} ${names}.`, cites }];
}

function next(material: BriefMaterial, alignment: AlignmentTold, framework: Framework): Sentence {
  const likeliest = framework
    .hazard!.next.slice(0, LIKELIEST)
    .map(({ id, p, low, high }) => `${stateName(alignment, id)} (${estimate(p, low, high)})`);
  return {
    text: `Likeliest to join ${framework.name} within a year are ${listed(likeliest)}.`,
    cites: newest(material, framework, 3),
  };
}

function stateName({ regions }: AlignmentTold, id: string): string {
  return Object.values(regions).find((names) => id in names)?.[id] ?? id;
}
