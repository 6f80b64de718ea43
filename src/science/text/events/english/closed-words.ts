import { BIT } from "../classes.ts";

/** Words before somebody that say what part they have. */
export const PREPOSITIONS =
  BIT.to |
  BIT.by |
  BIT.of |
  BIT.with |
  BIT.against |
  BIT.for |
  BIT.from |
  BIT.in |
  BIT.on |
  BIT.into |
  BIT.between |
  BIT.other |
  BIT.according;

/** Words of grammar, which end what is told of somebody. */
export const CLOSED =
  PREPOSITIONS |
  BIT.not |
  BIT.be |
  BIT.have |
  BIT.do |
  BIT.future |
  BIT.would |
  BIT.must |
  BIT.and |
  BIT.that |
  BIT.who |
  BIT.when |
  BIT.if |
  BIT.it |
  BIT.time;
