/** What is known of one claim apart from who makes it; no letter is in it, so none can move the number. */
export interface ClaimEvidence {
  /** Components that tell it independently of each other and have no part in it, after copies and shared origins. */
  readonly independent: number;
  /** Independent components whose source is an interested party. */
  readonly interested: number;
  /** Independent components that say the contrary. */
  readonly contradicting: number;
  /** Rests on the thing itself: a registry entry, a recording, elements, pixels, a text as deposited. */
  readonly isFirstHand: boolean;
  /** How it goes with what was established before. */
  readonly consistency: "agrees" | "unrelated" | "conflicts";
}

/** 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged. */
export type CredibilityNumber = 1 | 2 | 3 | 4 | 5 | 6;

export interface Credibility {
  readonly number: CredibilityNumber;
  readonly because: string;
}

const WORDS = [
  "",
  "confirmed",
  "probably true",
  "possibly true",
  "doubtful",
  "improbable",
  "cannot be judged",
];

/** The Admiralty number of a claim, with its ground; RangeError for counts that are none. */
export function credibilityOf(evidence: ClaimEvidence): Credibility {
  for (const name of ["independent", "interested", "contradicting"] as const) {
    const count = evidence[name];
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`${name} is ${count}, expected a count`);
  }
  const number = numberOf(evidence);
  return { number, because: `${WORDS[number]}: ${groundOf(evidence)}` };
}

/** Support beyond contradiction; a first-hand trace counts as one component more, an interested party as none. */
function numberOf({
  independent,
  interested,
  contradicting,
  isFirstHand,
  consistency,
}: ClaimEvidence): CredibilityNumber {
  const told = independent + interested;
  if (told === 0 && contradicting === 0) return 6;
  const support = independent + (isFirstHand && told > 0 ? 1 : 0);
  const balance = support - contradicting;
  if (balance <= 0 && contradicting > 0) return balance < 0 || consistency === "conflicts" ? 5 : 4;
  if (consistency === "conflicts") return balance >= 3 ? 3 : balance >= 2 ? 4 : 5;
  if (balance >= 3 || (balance === 2 && contradicting === 0)) return 1;
  if (balance === 2) return 2;
  return consistency === "agrees" && contradicting === 0 ? 2 : 3;
}

function groundOf({
  independent,
  interested,
  contradicting,
  isFirstHand,
  consistency,
}: ClaimEvidence): string {
  const parts = [
    `${independent} independent`,
    ...(interested > 0 ? [`${interested} from interested parties`] : []),
    ...(contradicting > 0 ? [`${contradicting} to the contrary`] : []),
    ...(isFirstHand ? ["at first hand"] : []),
    ...(consistency === "unrelated" ? [] : [`${consistency} with what was established`]),
  ];
  return parts.join(", ");
}
