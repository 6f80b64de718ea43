import { readFileSync, readdirSync } from "node:fs";
import { featuresBetween, isRoot, type EventLanguage } from "#science/text/index.ts";
import type { RootExample } from "./cross-validate.ts";
import type { PloverSentence } from "./plover-sentences.ts";

/** Events of PLOVER sentences between their marked sides. */
export const ploverExamples = (language: EventLanguage, rows: readonly PloverSentence[]): RootExample[] =>
  rows.map(({ sentence, source, target, root }) => ({
    sentence,
    domain: "plover",
    features: featuresBetween(language, sentence, source, target),
    label: root,
    weight: 1,
  }));

interface OwnSentence {
  readonly text: string;
  readonly half: string;
  readonly events: readonly { source: { text: string }; target: { text: string }; root: string }[];
}

const GOLD = "test/gold";

/** Events of the English gold sentences that were read; those held back teach nothing, and the varied ones teach the weights of pairs. */
export const ownExamples = (language: EventLanguage): RootExample[] =>
  readdirSync(GOLD)
    .filter((file) => file.endsWith("-events.en.jsonl") && !file.startsWith("varied-"))
    .flatMap((file) => readFileSync(`${GOLD}/${file}`, "utf8").trim().split("\n"))
    .map((line) => JSON.parse(line) as OwnSentence)
    .filter(({ half }) => half !== "held")
    .flatMap(({ text, events }) =>
      events
        .filter(({ root }) => isRoot(root))
        .map(({ source, target, root }) => ({
          sentence: text,
          domain: "own",
          features: featuresBetween(language, text, source.text, target.text),
          label: root,
          weight: 1,
        })),
    );
