import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { identifyLanguage, loadLanguageTieBreak, type LanguageTieBreak } from "#science/text/index.ts";
import type { BenchRow } from "../bench-row.ts";
import { perSecond } from "./per-second.ts";
import { shareWithInterval } from "./share.ts";

const FOLDER = "../shared/data/text/lang";
const CASES = [
  ["en", 40],
  ["ru", 40],
  ["zh", 15],
] as const;
const SENTENCES_OF_A_DOCUMENT = 5;

/** Language of the parallel sentences (PUD): whole, cut to headlines, and five together as a short document. */
export async function benchLanguages(): Promise<BenchRow[]> {
  const tieBreak = await loadLanguageTieBreak();
  const corpora = CASES.map(([language, cut]) => ({ language, cut, sentences: sentencesOf(language) }));
  const found = (language: string, texts: readonly string[], second?: LanguageTieBreak) =>
    shareWithInterval(
      texts.filter((text) => identifyLanguage(text, second).language === language).length,
      texts.length,
    );
  const rows = corpora.flatMap(({ language, cut, sentences }): BenchRow[] => {
    const short = sentences.map((text) => text.slice(0, cut));
    return [
      {
        name: `${language} documents of five sentences`,
        figure: found(language, documents(sentences)),
        target: "≥ 99.9 %",
      },
      { name: `${language} sentences`, figure: found(language, sentences) },
      { name: `${language} cut to ${cut} characters, own rule`, figure: found(language, short) },
      {
        name: `${language} cut to ${cut} characters, with eld's opinion`,
        figure: found(language, short, tieBreak),
        target: "≥ 99.5 %",
        peer: `${eldAlone(language, short, tieBreak)} eld alone`,
      },
    ];
  });
  return [
    ...rows,
    speed(
      corpora.flatMap(({ sentences }) => documents(sentences)),
      tieBreak,
    ),
  ];
}

function sentencesOf(language: string): string[] {
  const lines = gunzipSync(readFileSync(`${FOLDER}/${language}_pud-ud-test.conllu.gz`))
    .toString()
    .split("\n");
  return lines.filter((line) => line.startsWith("# text = ")).map((line) => line.slice(9));
}

function documents(sentences: readonly string[]): string[] {
  return Array.from({ length: Math.floor(sentences.length / SENTENCES_OF_A_DOCUMENT) }, (_, i) =>
    sentences.slice(i * SENTENCES_OF_A_DOCUMENT, (i + 1) * SENTENCES_OF_A_DOCUMENT).join(" "),
  );
}

function eldAlone(language: string, texts: readonly string[], eld: LanguageTieBreak): string {
  return shareWithInterval(texts.filter((text) => eld(text) === language).length, texts.length);
}

function speed(texts: readonly string[], eld: LanguageTieBreak): BenchRow {
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  const ours = megabytes * perSecond(() => texts.forEach((text) => identifyLanguage(text)));
  const peer = megabytes * perSecond(() => texts.forEach((text) => eld(text)));
  return {
    name: "language MB/s of processor time, short documents",
    figure: ours.toFixed(1),
    peer: `${peer.toFixed(1)} eld`,
    ratio: (ours / peer).toFixed(1),
  };
}
