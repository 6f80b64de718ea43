import { createHash } from "node:crypto";
import type { Assessment } from "#model/assessment.ts";
import type { Day } from "#model/day.ts";
import type { RecordedObservation } from "#model/observation.ts";
import type { Assessed, AssessRequest } from "./assess/assess.ts";
import { knownToJudge } from "./known-to-judge.ts";
import { warn } from "./warn/warn.ts";
import type { World } from "./world.ts";

/** How much an assessment is to tell beside its probabilities. */
export type Telling = Pick<AssessRequest, "withPath" | "withDrivers">;

/** What is likely, and what to warn of, from what was known by a day. */
export async function assessAndWarn(world: World, asOf: Day, telling?: Telling): Promise<Assessment> {
  return withWarnings(await assessAsKnown(world, asOf, telling));
}

/** The assessment with everything it was told from, for explanations and what-ifs. */
export async function assessAsKnown(
  world: World,
  asOf: Day,
  telling: Telling = { withPath: true },
): Promise<Assessed> {
  return judge(world, asOf, await knownToJudge(world.store, asOf), telling);
}

function judge(
  { assessor }: World,
  asOf: Day,
  recorded: readonly RecordedObservation[],
  telling: Telling,
): Assessed {
  const observations = recorded.map(({ observation }) => observation);
  return assessor({ asOf, observations, inputsHash: hashOf(recorded), ...telling });
}

/** The assessment with the warnings that its signals open, hold or close. */
export function withWarnings({ assessment, signals }: Assessed): Assessment {
  return { ...assessment, warnings: warn(signals, assessment.scenarios, assessment.indicators) };
}

/** Assessments as known on each of the days, in order. */
export async function* replay(
  world: World,
  days: readonly Day[],
  telling: Telling = { withPath: false },
): AsyncGenerator<Assessment> {
  const recorded = await knownToJudge(world.store, days.at(-1) ?? "0000-01-01");
  for (const asOf of days) {
    const known = recorded.filter(({ observation }) => observation.knownAt <= asOf);
    yield withWarnings(judge(world, asOf, known, telling));
  }
}

/** One hash over what every observation says, in the order of knowledge. */
export function hashOf(recorded: readonly RecordedObservation[]): string {
  const hash = createHash("sha256");
  for (const { contentHash } of recorded) hash.update(contentHash);
  return hash.digest("hex");
}
