import type { Observation } from "#model/observation.ts";
import type { Correction } from "#model/review.ts";

/** What a report's own attributes keep of how it was read, and an entry of the record does not. */
const OF_READING = new Set([
  "root",
  "mode",
  "quad",
  "cameo",
  "contexts",
  "coder",
  "concerns",
  "stream",
  "kind",
]);

/** The id of the observation that a report is entered as. */
export function enteredId(report: string): string {
  return `reviewed/${report.replace(/^report\//, "")}`;
}

/**
 * A report as an analyst enters it into the record: in the stream and of the kind that was proposed or said instead,
 * superseding the report. RangeError where nobody has said which stream and kind that is.
 */
export function enteredReport(report: Observation, correction: Correction): Observation {
  const { stream = report.attributes["stream"], kind = report.attributes["kind"] } = correction;
  if (stream === undefined || kind === undefined) {
    throw new RangeError(`nothing says which stream and kind "${report.id}" is of; say both`);
  }
  const kept = Object.entries(report.attributes).filter(([name]) => !OF_READING.has(name));
  const { credibility = report.grade.credibility } = correction;
  return {
    ...report,
    id: enteredId(report.id),
    stream,
    kind,
    claim: correction.claim ?? report.claim,
    validFrom: correction.validFrom ?? report.validFrom,
    validTo: correction.validFrom ?? report.validTo,
    precision: correction.validFrom === undefined ? report.precision : "day",
    actors: correction.actors ?? report.actors,
    attributes: { ...Object.fromEntries(kept), ...correction.attributes },
    grade: { ...report.grade, credibility },
    verified: "analyst",
    links: [...report.links.flatMap(asEntered), { relation: "supersedes", to: report.id }],
  };
}

/** What tells the same was a report too; where it has been entered, the link leads to the entry. */
function asEntered(link: Observation["links"][number]): Observation["links"] {
  return [link, { ...link, to: enteredId(link.to) }];
}
