import { BIT } from "../classes.ts";

/** Prepositions that open no infinitive and tell no source. */
export const PLAIN_PREPOSITIONS =
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
  BIT.other;

/** Words before somebody that say what part they have. */
export const PREPOSITIONS = PLAIN_PREPOSITIONS | BIT.to | BIT.according;

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
