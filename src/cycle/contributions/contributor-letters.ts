import type { Day } from "#model/day.ts";
import { contributions } from "#store/index.ts";
import type { World } from "../world.ts";
import { knownToJudge } from "../known-to-judge.ts";
import { contributorSource } from "../observe/contributions/entered-contribution.ts";
import { claimsOfRecord } from "../observe/grading/claims-of-record.ts";
import { sourceLedger, type SourceClaim, type SourceRecord } from "../observe/grading/source-ledger.ts";

/**
 * How reliable each contributor has been, by what became of the claims that were entered and of those rejected as
 * refuted: F until enough of them are decided. Keyed by the contributor's name as a source.
 */
export async function contributorLetters(
  { store }: World,
  asOf: Day,
): Promise<ReadonlyMap<string, SourceRecord>> {
  const recorded = await contributions(store, asOf);
  const sources = new Set(recorded.map(({ contribution }) => contributorSource(contribution.contributor)));
  if (sources.size === 0) return new Map();
  const known = (await knownToJudge(store, asOf)).map(({ observation }) => observation);
  const entered = claimsOfRecord(known).filter(({ source }) => sources.has(source));
  const refuted = recorded.flatMap(({ id, contribution, receivedAt, vetting }): SourceClaim[] => {
    if (vetting?.decision !== "rejected" || vetting.because !== "refuted") return [];
    const [source, madeOn] = [contributorSource(contribution.contributor), receivedAt.slice(0, 10)];
    const outcome = { was: "refuted", knownOn: vetting.at.slice(0, 10), by: vetting.by } as const;
    return [{ source, id, madeOn, outcome }];
  });
  return sourceLedger([...entered, ...refuted], asOf);
}
