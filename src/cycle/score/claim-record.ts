import type { Claim, Claims } from "#model/claim.ts";
import type { Day } from "#model/day.ts";
import { brierScore, scoreForecasts, type Forecast, type Scores } from "#science/belief/scores/index.ts";

/** One claim as it stands on a day. */
export interface ClaimStanding {
  readonly id: string;
  readonly statement: string;
  readonly word: string;
  readonly p: number;
  /** `early`: decided before the forecaster spoke, so nothing was foreseen. */
  readonly standing: Claim["status"] | "early";
  readonly decidedOn: Day | null;
  readonly because: string;
  readonly evidence: readonly string[];
  readonly sources: readonly string[];
}

/** Another forecaster's claims and what they were worth. */
export interface ClaimRecord {
  readonly forecaster: string;
  readonly madeOn: Day;
  readonly claims: readonly ClaimStanding[];
  readonly counts: {
    readonly scored: number;
    readonly open: number;
    readonly void: number;
    readonly early: number;
  };
  readonly scores: Scores | null;
  /** The least and the most Brier score that a reading of the words within their bounds can give. */
  readonly brierRange: { readonly low: number; readonly high: number } | null;
}

const OUTCOMES: Readonly<Partial<Record<ClaimStanding["standing"], number>>> = { yes: 1, partly: 0.5, no: 0 };

/** The claims with what had been decided by the day; what was decided later is open. */
export function claimRecord(
  { forecaster, madeOn, words, claims }: Claims,
  asOf: Day,
  writtenOn: Day,
): ClaimRecord {
  const standings = claims.map((claim) => {
    const told = { id: claim.id, statement: claim.statement, word: claim.word, p: words[claim.word]!.p };
    return { ...told, ...standingOf(claim, { madeOn, asOf, writtenOn }) };
  });
  const forecasts = standings.flatMap((claim): Forecast[] => {
    const outcome = OUTCOMES[claim.standing];
    return outcome === undefined ? [] : [{ p: claim.p, outcome, question: claim.id }];
  });
  const having = (standing: ClaimStanding["standing"]) =>
    standings.filter((claim) => claim.standing === standing).length;
  return {
    forecaster,
    madeOn,
    claims: standings,
    counts: {
      scored: forecasts.length,
      open: having("open"),
      void: having("void"),
      early: having("early"),
    },
    scores: forecasts.length > 0 ? scoreForecasts(forecasts) : null,
    brierRange: forecasts.length > 0 ? brierRange(words, standings, forecasts.length) : null,
  };
}

function standingOf(
  { status, decidedOn, because, evidence, sources }: Claim,
  { madeOn, asOf, writtenOn }: { readonly madeOn: Day; readonly asOf: Day; readonly writtenOn: Day },
): Omit<ClaimStanding, "id" | "statement" | "word" | "p"> {
  const reasons = { because, evidence, sources };
  if (decidedOn !== undefined && decidedOn <= asOf) {
    return { standing: decidedOn <= madeOn ? "early" : status, decidedOn, ...reasons };
  }
  // The reasons as the watch gives them were not known before it was written, nor before what decided it.
  const isTold = status === "open" && writtenOn <= asOf;
  const told = isTold ? reasons : { because: "", evidence: [], sources: [] };
  return { standing: "open", decidedOn: null, ...told };
}

/** Every word is read on its own, and the score is a mean over words: the best and worst reading of each add up. */
function brierRange(
  words: Claims["words"],
  standings: readonly ClaimStanding[],
  n: number,
): { low: number; high: number } {
  const range = { low: 0, high: 0 };
  for (const [word, { low, high }] of Object.entries(words)) {
    const outcomes = standings.flatMap((claim) =>
      claim.word === word ? (OUTCOMES[claim.standing] ?? []) : [],
    );
    if (outcomes.length === 0) continue;
    const sumAt = (p: number) => outcomes.reduce((sum, outcome) => sum + brierScore(p, outcome), 0);
    const mean = outcomes.reduce((a, b) => a + b, 0) / outcomes.length;
    range.low += sumAt(Math.min(high, Math.max(low, mean))) / n;
    range.high += Math.max(sumAt(low), sumAt(high)) / n;
  }
  return range;
}
