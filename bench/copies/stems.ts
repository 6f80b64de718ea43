import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { englishStem } from "#science/text/stories/english-stem.ts";
import { russianStem } from "#science/text/stories/russian-stem.ts";
import type { BenchRow } from "../bench-row.ts";

const STEMS = { ru: russianStem, en: englishStem };
const TAGGED = "../shared/data/text/lang";
const INFLECTED = new Set(["NOUN", "PROPN", "VERB", "ADJ"]);

/** Of all pairs of forms of one lemma in a treebank, how many have one stem. */
export function stemRows(): BenchRow[] {
  return Object.entries(STEMS).flatMap(([lang, stem]) => {
    const file = `${TAGGED}/${lang}_pud-ud-test.conllu.gz`;
    if (!existsSync(file)) return [];
    let [met, pairs] = [0, 0];
    for (const forms of formsByLemma(gunzipSync(readFileSync(file)).toString())) {
      const alike = Map.groupBy(forms, stem);
      pairs += pairsOf(forms.length);
      for (const group of alike.values()) met += pairsOf(group.length);
    }
    const share = ((100 * met) / pairs).toFixed(1);
    return [{ name: `forms of one lemma in ${lang} with one stem`, figure: `${met}/${pairs} = ${share} %` }];
  });
}

const pairsOf = (count: number) => (count * (count - 1)) / 2;

function formsByLemma(treebank: string): string[][] {
  const forms = new Map<string, Set<string>>();
  for (const line of treebank.split("\n")) {
    const [, form = "", lemma = "", tag = ""] = line.split("\t");
    if (!INFLECTED.has(tag) || !/^\p{L}{4,}$/u.test(form)) continue;
    const key = `${lemma.toLowerCase()} ${tag}`;
    forms.set(key, (forms.get(key) ?? new Set()).add(form.toLowerCase().replaceAll("ё", "е")));
  }
  return [...forms.values()].map((each) => [...each]);
}
