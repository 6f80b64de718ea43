import { readdirSync, readFileSync } from "node:fs";
import { pairExamples, type EventLanguage, type PairExample } from "#science/text/index.ts";
import type { GoldSentence } from "../gold/triples.ts";

const GOLD = "test/gold";

/** A sentence, its pairs as examples, and the hand that wrote it where nobody read it. */
export interface PairSentence {
  readonly sentence: GoldSentence;
  readonly examples: readonly PairExample[];
  /** The letters of its id; null where rules were written from it. */
  readonly hand: string | null;
}

/** The English gold sentences that may be fitted on, never those held back. */
export function pairSentences(language: EventLanguage, stems: Map<string, number>): PairSentence[] {
  const files = readdirSync(GOLD).filter((file) => file.endsWith("-events.en.jsonl"));
  return files
    .flatMap((file) => readFileSync(`${GOLD}/${file}`, "utf8").trim().split("\n"))
    .map((line) => JSON.parse(line) as GoldSentence)
    .filter(({ half }) => half !== "held")
    .map((sentence) => ({
      sentence,
      examples: pairExamples(language, sentence, stems),
      hand: sentence.half === "training" ? sentence.id.replace(/\d+$/, "") : null,
    }));
}
