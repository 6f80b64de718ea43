import { writeFileSync } from "node:fs";
import { calibrate, crossValidate, fitAll } from "../bench/text/cross-validate.ts";
import { PLV_FILE, ploverSentences } from "../bench/text/plover-sentences.ts";
import { readEventLanguage } from "../src/dictionary/index.ts";
import { featuresBetween, linearModelFile } from "../src/science/text/index.ts";

/**
 * Fits the weights that choose the root of an event between two given sides: `node tools/train-reranker.ts [PLV.tsv]`
 * writes `dictionaries/en/reranker.json`. Run it again whenever words or rules change, since rules are features.
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
const examples = rows.map(({ sentence, source, target, root }) => ({
  features: featuresBetween(language, sentence, source, target),
  label: root,
  weight: 1,
}));
const temperature = calibrate(
  crossValidate(
    examples,
    rows.map(({ sentence }) => sentence),
  ),
);
const weights = JSON.stringify(linearModelFile(fitAll(examples), temperature));
writeFileSync("dictionaries/en/reranker.json", `${weights}\n`);
process.stdout.write(`${rows.length} sentences, temperature ${temperature}, ${weights.length} bytes\n`);
