import { expect, test } from "vitest";
import { readEventLanguage, readPairWeights } from "#dictionary/index.ts";
import { codeSentence } from "../code-sentence.ts";
import { PAIR_CLASSES, pairWeights } from "./pair-weights.ts";

const english = readEventLanguage("dictionaries", "en", [])!;
const weightsOf = (weights: Record<string, number[]>) =>
  pairWeights(
    { classes: PAIR_CLASSES, temperature: 1, bound: 0.25, bias: PAIR_CLASSES.map(() => 0), weights },
    english,
  );
const ACCUSE = PAIR_CLASSES.indexOf("ACCUSE");
const linesOf = (text: string, weights: Record<string, number[]>) =>
  codeSentence(english, text, null, null, weightsOf(weights)).events.map(
    ({ source, target, root, rule }) => `${source.country} ${root} ${target.country} ${rule}`,
  );

test("what the rules tell is dropped where the weights find it unlikely", () => {
  const text = "Russia accused the United States of spying.";
  expect(linesOf(text, { "is told=1": [0, 900] })).toEqual([]);
  expect(codeSentence(english, text, null, null, weightsOf({ "is told=1": [0, 900] })).reason).toBe(
    "unlikely",
  );
});

test("an event that no rule tells rests on the word that speaks most for it", () => {
  const weights = { "word between st=blorp": [ACCUSE, 900] };
  const text = "Peru blorps Chile.";
  expect(linesOf(text, weights)).toEqual(["PER ACCUSE CHL en.weights active"]);
  const [event] = codeSentence(english, text, null, null, weightsOf(weights)).events;
  expect(text.slice(...event!.trigger)).toBe("blorps");
});

test("the weights of the dictionary fit the language", () => {
  expect(readPairWeights("dictionaries", english)?.bound).toBeGreaterThan(0);
});
