import * as plain from "#model/percent.ts";

/** Thin no-break space between a number and its unit. */
const GAP = "\u202f";

/** A probability in whole per cent; outside 1–99 % the limit is said. */
export function percent(p: number): string {
  return unbroken(plain.percent(p));
}

/** Two probabilities side by side: to a tenth of a per cent where whole ones would hide that they differ. */
export function apart(a: number, b: number): readonly [string, string] {
  const whole = [percent(a), percent(b)] as const;
  const isHidden = a !== b && whole[0] === whole[1] && /^\d/.test(whole[0]);
  return isHidden ? [tenths(a), tenths(b)] : whole;
}

const tenths = (p: number) => `${(p * 100).toFixed(1)}${GAP}%`;

/** What an indicator would make of a forecast: `65 % if quiet, 68 % if high`. */
export function quietOrHigh(ifAbsent: number, ifPresent: number): string {
  const [quiet, high] = apart(ifAbsent, ifPresent);
  return `${quiet} if quiet, ${high} if high`;
}

/** A share of what can be counted, in whole per cent. */
export function share(part: number): string {
  return unbroken(plain.share(part));
}

/** A difference of probabilities in percentage points: `+6`, `−3`, `±0`. */
export function points(before: number, after: number): string {
  return signed(Math.round(after * 100) - Math.round(before * 100), 0);
}

/** A move of a probability, to a tenth of a percentage point: `1.3 points`. */
export function inPoints(move: number): string {
  return plain.inPoints(move).replace(" ", "\u00a0");
}

/** A signed number with a true minus; zero has neither direction. */
export function signed(x: number, digits: number): string {
  const size = Math.abs(x).toFixed(digits);
  if (Number(size) === 0) return `±${size}`;
  return `${x < 0 ? "−" : "+"}${size}`;
}

/** A log-odds shift as the factor it puts on the odds: `odds × 2.4`. */
export function oddsFactor(logOdds: number): string {
  const factor = Math.exp(logOdds);
  const digits = factor >= 10 ? 0 : factor >= 1.1 ? 1 : 2;
  return `odds × ${factor.toFixed(digits)}`;
}

/** A text whose numbers keep their per cent sign on the line. */
export function unbroken(text: string): string {
  return text.replace(/(\d) %/g, `$1${GAP}%`);
}
