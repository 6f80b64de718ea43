import { BIT } from "../classes.ts";

/** Prepositions; what they govern is told by the case after them. */
export const PREPOSITIONS =
  BIT.with | BIT.against | BIT.for | BIT.from | BIT.in | BIT.on | BIT.into | BIT.between | BIT.other;
export const CLOSED =
  PREPOSITIONS |
  BIT.not |
  BIT.be |
  BIT.future |
  BIT.would |
  BIT.must |
  BIT.and |
  BIT.that |
  BIT.who |
  BIT.when |
  BIT.if |
  BIT.time |
  BIT.according;
