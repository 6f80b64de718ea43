import type { Source } from "#model/source.ts";

/** The Admiralty letter of a source, and why it is that one. */
export interface SourceGrade {
  readonly letter: Source["reliability"];
  readonly reason: string;
}

/** What a letter rests on before any claim of the source was confirmed or refuted, by what kind of source it is. */
const GROUNDS: Readonly<Record<string, string>> = {
  agency: "an agency at first hand on its own work",
  official: "an official voice, at first hand on what its own side says and does",
  legal: "texts and votes as deposited",
  data: "data with a published method",
  press: "reports at second hand, edited",
  "think-tank": "analysis at second hand, signed",
  cyber: "technical reports by those who saw the traces, or sell against them",
};

/** Why a source has its letter; interest is said beside the letter, never hidden in it. */
export function groundOf({ kind, stateControlled }: Source): string {
  const ground = GROUNDS[kind] ?? `a source of the kind "${kind}"`;
  return stateControlled
    ? `${ground}; controlled by a state, so an interested party on what concerns it`
    : ground;
}

/** The letter a source starts from, with the ground for it. */
export function gradeOf(source: Source): SourceGrade {
  return {
    letter: source.reliability,
    reason: `${groundOf(source)}. The catalogue's own letter: no claim of it has been checked yet.`,
  };
}
