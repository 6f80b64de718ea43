import type { Observation } from "#model/observation.ts";

const RELIABILITY: Record<Observation["grade"]["reliability"], string> = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "reliability cannot be judged",
};

const CREDIBILITY = [
  "confirmed by others",
  "probably true",
  "possibly true",
  "doubtful",
  "improbable",
  "truth cannot be judged",
] as const;

/** The Admiralty grade: how reliable the source, and how credible the claim, never as one mark. */
export function GradeFacts({ grade: { reliability, credibility } }: Pick<Observation, "grade">) {
  return (
    <>
      <dt>Reliability</dt>
      <dd>
        <strong>{reliability}</strong> {RELIABILITY[reliability]}
      </dd>
      <dt>Credibility</dt>
      <dd>
        <strong>{credibility}</strong> {CREDIBILITY[credibility - 1]}
      </dd>
    </>
  );
}

/** Letter and number side by side with a gap between, for lists. */
export function GradeShort({ grade: { reliability, credibility } }: Pick<Observation, "grade">) {
  const said = `source ${RELIABILITY[reliability]}, claim ${CREDIBILITY[credibility - 1]}`;
  return (
    <span className="grade" title={said}>
      <span className="visually-hidden">{said}</span>
      <span aria-hidden="true">{reliability}</span> <span aria-hidden="true">{credibility}</span>
    </span>
  );
}
