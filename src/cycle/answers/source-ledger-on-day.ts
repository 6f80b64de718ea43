import type { Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import { speakerFinder } from "#model/source.ts";
import { groundOf } from "../collect/grade-of-source.ts";
import type { World } from "../world.ts";
import { knownToJudge } from "../known-to-judge.ts";
import { claimsOfRecord } from "../observe/grading/claims-of-record.ts";
import { type RegisteredLetter, sourceLedger, type SourceRecord } from "../observe/grading/source-ledger.ts";

export type { SourceRecord };

/**
 * How reliable each source of the record has been, as known on a day, by claims that somebody has checked; the letters
 * of the catalogue are where it starts. The grades in the record are the analyst's and stay as they are.
 */
export async function sourceLedgerOnDay({ store, watch }: World, asOf: Day): Promise<SourceRecord[]> {
  const recorded = await knownToJudge(store, asOf);
  const speakerOf = speakerFinder(watch.sources);
  const registered = new Map(
    watch.sources.map((source): [string, RegisteredLetter] => [
      source.name,
      { letter: source.reliability, reason: groundOf(source) },
    ]),
  );
  const ledger = sourceLedger(
    claimsOfRecord(
      recorded.map(({ observation }) => saidBy(observation, speakerOf(observation.source.name))),
    ),
    asOf,
    registered,
  );
  const claims = ({ confirmed, refuted, open }: SourceRecord) => confirmed + refuted + open;
  return [...ledger.values()].filter((one) => claims(one) > 0).sort((a, b) => claims(b) - claims(a));
}

function saidBy(observation: Observation, name: string): Observation {
  return { ...observation, source: { ...observation.source, name } };
}
