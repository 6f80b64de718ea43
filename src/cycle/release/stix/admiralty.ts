import type { Observation } from "#model/observation.ts";

const RELIABILITY = {
  A: "source completely reliable",
  B: "source usually reliable",
  C: "source fairly reliable",
  D: "source not usually reliable",
  E: "source unreliable",
  F: "reliability of the source cannot be judged",
};

/** By credibility number: its words, and the confidence that STIX 2.1 gives it (appendix A, Admiralty credibility). */
const CREDIBILITY: Readonly<Record<number, readonly [words: string, confidence: number | undefined]>> = {
  1: ["confirmed by other sources", 90],
  2: ["probably true", 70],
  3: ["possibly true", 50],
  4: ["doubtful", 30],
  5: ["improbable", 10],
  6: ["truth cannot be judged", undefined],
};

type Grade = Observation["grade"];

/** The confidence of STIX, which goes by the number alone; absent where truth cannot be judged. */
export function confidenceOf({ credibility }: Grade): { confidence?: number } {
  const confidence = CREDIBILITY[credibility]![1];
  return confidence === undefined ? {} : { confidence };
}

/** Letter and number, which STIX cannot hold apart, as a reference. */
export function gradeReference({ reliability, credibility }: Grade) {
  return {
    source_name: "Admiralty code",
    external_id: `${reliability}${credibility}`,
    description: `${RELIABILITY[reliability]}; ${CREDIBILITY[credibility]![0]}`,
  };
}
