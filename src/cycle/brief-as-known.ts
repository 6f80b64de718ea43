import type { Brief, GroundFound } from "#model/brief.ts";
import { addDays, firstDayOf, type Day } from "#model/day.ts";
import { InputError, type InputIssue } from "#model/input-error.ts";
import type { Observation } from "#model/observation.ts";
import { assessmentOf, briefBefore, type Store } from "#store/index.ts";
import { alignmentOnDay } from "./answers/alignment-on-day.ts";
import { lawOnDay } from "./answers/law-on-day.ts";
import { activityOn } from "./assess/activity/activity-on.ts";
import { checkBrief, type BriefFault } from "./brief/check/check-brief.ts";
import { composeBrief } from "./brief/compose-brief.ts";
import type { WiderPicture } from "./brief/material.ts";
import type { Assessed } from "./assess/assess.ts";
import { collectionPlan } from "./assess/collection-plan.ts";
import { partnershipOn } from "./assess/partnership/partnership-on.ts";
import { assessAndWarn, type Telling, withWarnings } from "./judge.ts";
import { knownToJudge } from "./known-to-judge.ts";
import type { World } from "./world.ts";

/** What is compared with tells neither its path nor its drivers. */
const BARE: Telling = { withPath: false, withDrivers: false };

/**
 * The brief of an assessment, told against the last one kept, or when there is none against a month before or the watch's first day.
 * Throws InputError when a sentence names what no observation it cites mentions.
 */
export async function briefAsKnown(world: World, assessed: Assessed): Promise<Brief> {
  const assessment = withWarnings(assessed);
  const { looks } = collectionPlan(assessed);
  const { store, watch } = world;
  const last = await briefBefore(store, assessment.asOf);
  const before = last?.asOf ?? monthBefore(assessment.asOf, firstDayOf(watch.startMonth));
  const previous =
    (await assessmentOf(store, watch.id, before)) ?? (await assessAndWarn(world, before, BARE));
  const observations = new Map(
    (await knownToJudge(store, assessment.asOf)).map(({ observation }) => [observation.id, observation]),
  );
  const known = [...observations.values()];
  const ground = await groundFound(world, assessment.asOf, known);
  const wider = await widerPicture(store, assessed, known);
  const brief = composeBrief({ assessment, previous, watch, observations, looks, ground, wider });
  const faults = checkBrief(brief, observations, watch.actors);
  if (faults.length > 0) throw new InputError(faults.map((fault) => faultIssue(brief, fault)));
  return brief;
}

/** What goes on behind the scenarios, from what the assessment knew. */
async function widerPicture(
  store: Store,
  assessed: Assessed,
  known: readonly Observation[],
): Promise<WiderPicture> {
  const { assessment, situation } = assessed;
  return {
    activity: activityOn(situation.watch, known, assessment.asOf),
    partnership: partnershipOn(situation.watch, known, assessment.asOf),
    alignment: alignmentOnDay(assessed),
    law: await lawOnDay(store, assessed),
  };
}

/** Thirty days before, or the day on which the watch begins where that is later. */
function monthBefore(day: Day, begin: Day): Day {
  const before = addDays(day, -30);
  return before < begin ? begin : before;
}

/** Pictures are unpacked and shrunk by a library of its own: loaded where there are any. */
async function groundFound(world: World, asOf: Day, known: readonly Observation[]): Promise<GroundFound[]> {
  if (world.watch.sites.length === 0) return [];
  return (await import("./imagery/pictures-for-brief.ts")).picturesForBrief(world, asOf, known);
}

function faultIssue({ id }: Brief, { section, text, fault, what }: BriefFault): InputIssue {
  return {
    file: `brief ${id}, ${section}`,
    wrong: `${fault}: ${what}, in "${text}"`,
    right: "expected a citation that bears it out",
  };
}
