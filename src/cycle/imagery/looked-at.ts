import type { Observation } from "#model/observation.ts";
import { factsOfSite, type FindingContext, fromPictures, IMAGERY, isInTime, lookedAtId } from "./finding.ts";

/**
 * That somebody looked: the days between two clear pictures of a site count as covered, with or without findings, unless
 * they were compared long afterwards. It
 * vouches for the whole stream although other sites were not looked at, so silence may weigh next to nothing.
 */
export function lookedAt(context: FindingContext): Observation {
  const { comparison, site } = context;
  const { before, after } = comparison;
  return {
    ...fromPictures(context, [before.scene, after.scene]),
    id: lookedAtId(comparison),
    stream: IMAGERY,
    kind: isInTime(context) ? "coverage" : "hindsight",
    claim: `Clear pictures of ${site.name} of ${before.date} and ${after.date} were compared`,
    measures: {},
    attributes: factsOfSite(context),
    grade: { reliability: context.reliability, credibility: 2 },
    confidence: "high",
    verified: "computed",
    links: [],
  };
}
