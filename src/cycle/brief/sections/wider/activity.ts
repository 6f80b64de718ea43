import type { ActivityCase, ActivityOnDay, FaceOnDay } from "#model/activity.ts";
import { casesInWords, hasMoved, isChanged, shiftInWords } from "#model/activity-in-words.ts";
import type { Sentence } from "#model/brief.ts";
import { runningOn } from "#model/sentence-case.ts";
import { actorName, newestFirst, type BriefMaterial } from "../../material.ts";
import { dayInWords, listed } from "../../phrase.ts";
import { NOTHING_TOLD, type Told } from "./told.ts";

/** How many cases there were, and by which face their mix has changed. */
export function aboutActivity(material: BriefMaterial, activity: ActivityOnDay | null): Told {
  if (!activity?.covers || activity.now === null) return NOTHING_TOLD;
  const { name, faces, covers, cases } = activity;
  const newest = newestOf(material, cases, 3);
  const named = (value: string) => (value === "" ? "not said" : actorName(material, value));
  const changed = faces.filter(isChanged);
  const unchanged = faces.filter((face) => face.p !== null && !isChanged(face));
  const same = listed(unchanged.map(({ name }) => runningOn(name)));
  return {
    sentences: [
      { text: `${name}: ${casesInWords(activity, dayInWords)}`, cites: newest },
      ...changed.map((face) => aboutChange(material, face, valuesOf(cases, faces.indexOf(face)), named)),
      ...(same ? [{ text: `Asked ${same}, no change is shown.`, cites: newest }] : []),
    ],
    names: [
      name,
      ...faces.flatMap((face) => [runningOn(face.name), ...face.values.map(({ value }) => named(value))]),
    ],
    days: [covers.to],
  };
}

type Filed = { readonly one: ActivityCase; readonly values: readonly string[] };

const valuesOf = (cases: readonly ActivityCase[], f: number): Filed[] =>
  cases.map((one) => ({ one, values: one.values[f]! }));

function aboutChange(
  material: BriefMaterial,
  { name, p, values }: FaceOnDay,
  filed: readonly Filed[],
  named: (value: string) => string,
): Sentence {
  const moved = values.filter(hasMoved);
  const told = moved.map(({ value, shift }) => `${named(value)} ${shiftInWords(shift!)}`);
  const behind = moved.flatMap(({ value }) =>
    newestOf(
      material,
      filed.filter(({ values }) => values.includes(value)).map(({ one }) => one),
      2,
    ),
  );
  const shares =
    told.length === 0 ? "no single share is shown to have" : `in points of all cases ${listed(told)}`;
  return {
    text: `Asked ${runningOn(name)}, the mix has changed (p ${p! < 0.001 ? "below 0.001" : p!.toFixed(3)}); ${shares}.`,
    cites:
      behind.length > 0
        ? [...new Set(behind)]
        : newestOf(
            material,
            filed.map(({ one }) => one),
            3,
          ),
  };
}

function newestOf(material: BriefMaterial, cases: readonly ActivityCase[], limit: number): string[] {
  return newestFirst(
    material,
    cases.map(({ id }) => id),
  ).slice(0, limit);
}
