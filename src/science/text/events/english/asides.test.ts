import { expect, test } from "vitest";
import { readEventLanguage } from "#dictionary/index.ts";
import { readSentence } from "../read-sentence.ts";

const english = readEventLanguage("dictionaries", "en", [])!;

/** The asides of a sentence, as texts. */
function asidesOf(text: string): string[] {
  const { asideAt, tokens } = readSentence(english, text);
  const last = Math.max(0, ...(asideAt ?? []));
  return Array.from({ length: last }, (_, at) =>
    text.slice(tokens.start[asideAt!.indexOf(at + 1)], tokens.end[asideAt!.lastIndexOf(at + 1)]),
  );
}

const cases: [sentence: string, ...asides: string[]][] = [
  ["Chile, which hosts Peru's radar, condemned Cuba.", ", which hosts Peru's radar,"],
  ["Chile's parliament ratified, by 90 votes, the accord with Peru.", ", by 90 votes,"],
  ["A Chilean ship crossed the line and, when hailed, fired at a Cuban boat.", ", when hailed,"],
  ["Chile's space agency, its budget halved, turned to Peru.", ", its budget halved,"],
  ["Chile — a member since 2004 — condemned Cuba.", "— a member since 2004 —"],
  ["Cuba, the minister said, had attacked Peru.", ", the minister said,"],
  ["At the summit, Chile condemned Cuba.", "At the summit,"],
  ["Two days after Peru paid, Chile freed the crew.", "Two days after Peru paid,"],
  ["Within days, and without a vote, Chile condemned Cuba.", "Within days, and without a vote,"],
  ["Cuba attacked Peru, the minister said on Monday.", ", the minister said on Monday."],
  ["Cuba hit a ship, forcing airlines to avoid Peru.", ", forcing airlines to avoid Peru."],
  ["Chile's fishermen, angered by the fleet, blocked a port.", ", angered by the fleet,"],
  ["Accused by Chile of spying, Cuba closed its embassy.", "Accused by Chile of spying,"],
  ["Chile, Peru and Cuba signed an accord."],
  ["Chile condemned Cuba, and Peru, Bolivia and Brazil followed."],
  ["Chile's space agency (CSA) condemned Cuba."],
];
for (const [sentence, ...asides] of cases)
  test(`asides of "${sentence}"`, () => expect(asidesOf(sentence)).toEqual(asides));
