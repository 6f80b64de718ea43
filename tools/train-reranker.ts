import { writeFileSync } from "node:fs";
import { calibrate, crossValidate, fitAll } from "../bench/text/cross-validate.ts";
import { PLV_FILE, ploverSentences } from "../bench/text/plover-sentences.ts";
import { readEventLanguage } from "../src/dictionary/index.ts";
import { ownExamples, ploverExamples } from "../bench/text/root-examples.ts";
import { type EventDomain, linearModelFile } from "../src/science/text/index.ts";

/**
 * Fits the weights that choose the root of an event between two given sides, on PLOVER sentences and on the English gold
 * sentences that were read, and writes them: `node tools/train-reranker.ts [PLV.tsv]` makes `dictionaries/en/reranker.json`. Run it again whenever words or rules change, since rules are features.
 */
const [file = PLV_FILE] = process.argv.slice(2);
const language = readEventLanguage("dictionaries", "en", []);
const rows = ploverSentences(file);
if (!rows || !language) {
  process.stderr.write(
    `${file}: no such file; expected a table with sentence, source, target, gold_root, gold_penta\n`,
  );
  process.exit(1);
}
const examples = [...ploverExamples(language, rows), ...ownExamples(language)];
const held = crossValidate(examples);
const temperatureOf = (domain: EventDomain) =>
  calibrate(held.filter((_, row) => examples[row]!.domain === domain));
const temperature = { plover: temperatureOf("plover"), own: temperatureOf("own") };
const weights = JSON.stringify(linearModelFile(fitAll(examples), temperature));
writeFileSync("dictionaries/en/reranker.json", `${weights}\n`);
process.stdout.write(
  `${examples.length} examples, temperatures ${Object.values(temperature).join(" and ")}, ${weights.length} bytes\n`,
);
