import { writeFileSync } from "node:fs";
import { readActorTable, readEventLanguage } from "../src/dictionary/index.ts";
import { fileOf, fitOn } from "../bench/text/cross-validate-pairs.ts";
import { pairSentences } from "../bench/text/pair-sentences.ts";

/**
 * Fits the weights that decide what two states of a sentence did to each other, on the English gold sentences that are
 * not held back, and writes them: `node tools/train-pairs.ts` makes `dictionaries/en/pairs.json`. Run it again whenever words or rules change, since what rules tell is a feature.
 */
const language = readEventLanguage("dictionaries", "en", readActorTable("watches/ilrs/actors.csv"));
if (!language) {
  process.stderr.write("dictionaries/en: no English dictionary\n");
  process.exit(1);
}
const stems = new Map<string, number>();
const sentences = pairSentences(language, stems);
const weights = JSON.stringify(fileOf(language, fitOn(sentences), stems));
writeFileSync("dictionaries/en/pairs.json", `${weights}\n`);
process.stdout.write(`${sentences.length} sentences, ${weights.length} bytes\n`);
