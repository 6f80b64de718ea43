import { actorName } from "#model/actor-name.ts";
import type { ActivityOnDay, FaceOnDay } from "#model/activity.ts";
import { casesInWords, chanceInWords, hasMoved, isChanged, shiftInWords } from "#model/activity-in-words.ts";
import type { Sentence } from "#model/brief.ts";
import { runningOn } from "#model/sentence-case.ts";
import { newestFirst, type BriefMaterial } from "../../material.ts";
import { dayInWords, listed } from "../../phrase.ts";
import { NOTHING_TOLD, type Told } from "./told.ts";

/** How many cases there were, and by which face their mix has changed. */
export function aboutActivity(material: BriefMaterial, activity: ActivityOnDay | null): Told {
  if (!activity?.covers || activity.now === null) return NOTHING_TOLD;
  const { name, faces, covers, cases } = activity;
  const newest = newestFirst(
    material,
    cases.map(({ id }) => id),
    3,
  );
  const named = (value: string) => (value === "" ? "not said" : actorName(material.watch.actors, value));
  const changed = faces.filter(isChanged);
  const unchanged = faces.filter((face) => face.p !== null && !isChanged(face));
  const same = listed(unchanged.map((face) => runningOn(face.name)));
  return {
    sentences: [
      { text: `${name}: ${casesInWords(activity, dayInWords)}`, cites: newest },
      ...changed.map((face): Sentence => {
        const cites = casesMoved(material, activity, face);
        return { text: changeOf(face, named), cites: cites.length > 0 ? cites : newest };
      }),
      ...(same ? [{ text: `Asked ${same}, no change is shown.`, cites: newest }] : []),
    ],
    names: [
      name,
      ...faces.flatMap((face) => [runningOn(face.name), ...face.values.map(({ value }) => named(value))]),
    ],
    days: [covers.to],
  };
}

function changeOf({ name, p, values }: FaceOnDay, named: (value: string) => string): string {
  const told = values.filter(hasMoved).map(({ value, shift }) => `${named(value)} ${shiftInWords(shift!)}`);
  const shares =
    told.length === 0 ? "no single share is shown to have" : `in points of all cases ${listed(told)}`;
  return `Asked ${runningOn(name)}, the mix has changed (p ${chanceInWords(p!).replace("<", "below ")}); ${shares}.`;
}

/** The two newest cases of each value whose share has moved. */
function casesMoved(material: BriefMaterial, { faces, cases }: ActivityOnDay, face: FaceOnDay): string[] {
  const f = faces.indexOf(face);
  return face.values.filter(hasMoved).flatMap(({ value }) => {
    const own = cases.filter(({ values }) => values[f]!.includes(value));
    return newestFirst(
      material,
      own.map(({ id }) => id),
      2,
    );
  });
}
