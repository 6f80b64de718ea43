/** Case bits of a Russian form; one form often stands for several cases. */
export const NOMINATIVE = 1;
export const GENITIVE = 2;
export const DATIVE = 4;
export const ACCUSATIVE = 8;
export const INSTRUMENTAL = 16;
export const PREPOSITIONAL = 32;
/** What an indeclinable may be: ESA, NATO, Tokyo. */
export const ANY_CASE = 63;

/** A written form and the cases it may stand for. */
export interface CaseForm {
  readonly text: string;
  readonly form: number;
}

/** The six cases in the order in which paradigms list their endings. */
export const CASES = [NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE, INSTRUMENTAL, PREPOSITIONAL] as const;
