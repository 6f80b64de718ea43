import type { Brief, Section } from "./brief.ts";
import { sentenceCase } from "./sentence-case.ts";

/** A sentence as it is printed: its text and the numbers of its references. */
export interface PrintedSentence {
  readonly text: string;
  readonly references: readonly number[];
}

/** Sentences that run on, or evidence that is listed. */
export interface Run {
  readonly listed: boolean;
  readonly sentences: readonly PrintedSentence[];
}

/** What stands under a label; the label is not part of its first sentence any more. */
export interface Paragraph {
  readonly label: string;
  readonly runs: readonly Run[];
}

export interface Layout {
  /** Sentences that stand for themselves. */
  readonly points: readonly PrintedSentence[];
  readonly paragraphs: readonly Paragraph[];
}

/** `Increased espionage: it is …`; a quotation comes before no label. */
const LABEL = /^([^“”:]{2,120}): /u;

/** A sentence that opens with a label starts a paragraph, which runs to the next label. */
export function layoutOf(section: Section, numbers: ReadonlyMap<string, number>): Layout {
  const points: PrintedSentence[] = [];
  const labelled: { label: string; sentences: PrintedSentence[] }[] = [];
  for (const { text, cites } of section.sentences) {
    const label = LABEL.exec(text);
    const references = cites.flatMap((id) => numbers.get(id) ?? []).toSorted((a, b) => a - b);
    if (label) labelled.push({ label: label[1]!, sentences: [] });
    const sentences = labelled.at(-1)?.sentences ?? points;
    sentences.push({ text: label ? sentenceCase(text.slice(label[0].length)) : text, references });
  }
  return { points, paragraphs: labelled.map(({ label, sentences }) => ({ label, runs: runsOf(sentences) })) };
}

/** Evidence is told as a quotation from the record; consecutive quotations make a list. */
function runsOf(sentences: readonly PrintedSentence[]): Run[] {
  const runs: { listed: boolean; sentences: PrintedSentence[] }[] = [];
  for (const sentence of sentences) {
    const listed = sentence.text.startsWith("“");
    const last = runs.at(-1);
    if (last?.listed === listed) last.sentences.push(sentence);
    else runs.push({ listed, sentences: [sentence] });
  }
  return runs.map((run) => (run.listed ? run : { ...run, sentences: run.sentences.map(withoutRepetition) }));
}

/** Sentences in a row that rest on the same references bear them once, after the last. */
function withoutRepetition(sentence: PrintedSentence, i: number, run: readonly PrintedSentence[]) {
  const isRepeated = String(run[i + 1]?.references) === String(sentence.references);
  return isRepeated ? { ...sentence, references: [] } : sentence;
}

/** References are numbered from 1 in the order of first citation. */
export function referenceNumbers({ references }: Brief): ReadonlyMap<string, number> {
  return new Map(references.map(({ id }, i) => [id, i + 1]));
}

/** A number and its per cent sign stay on one line. */
export function withoutLoneSigns(text: string): string {
  return text.replaceAll(/(\d) %/gu, "$1\u00a0%");
}
