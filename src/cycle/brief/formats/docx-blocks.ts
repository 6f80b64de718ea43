import {
  BookmarkEnd,
  BookmarkStart,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  type Table,
  TextRun,
} from "docx";
import type { Brief, Figure, Section } from "#model/brief.ts";
import {
  layoutOf,
  referenceNumbers,
  withoutLoneSigns,
  type PrintedSentence,
  type Run,
} from "#model/brief-layout.ts";
import type { DrawFigure } from "../figures/draw-figure.ts";
import { heatTable, numbersTable, picture, SMALL, small } from "./docx-figures.ts";
import { headLine, referenceLine, REPLAY_NOTE, webAddress } from "./wording.ts";

type Block = Paragraph | Table;

/** The list that numbers the references. */
export const REFERENCE_LIST = "references";
/** The paragraphs and tables of a brief, from its title to its references. */
export function briefBlocks(brief: Brief, draw: DrawFigure): Block[] {
  const numbers = referenceNumbers(brief);
  const note = new Paragraph({ children: [new TextRun({ text: REPLAY_NOTE, bold: true })] });
  return [
    new Paragraph({ text: brief.title, heading: HeadingLevel.TITLE }),
    new Paragraph(headLine(brief)),
    ...(brief.illustrative ? [note] : []),
    ...brief.sections.flatMap((section, i) => sectionBlocks(section, i + 1, numbers, draw)),
    ...referenceBlocks(brief),
  ];
}

/** A line for the head or the foot of every page. */
export function runningLine(children: readonly string[]): Paragraph {
  return new Paragraph({ children: [new TextRun({ children: [...children], bold: true, size: SMALL })] });
}

function sectionBlocks(
  section: Section,
  place: number,
  numbers: ReadonlyMap<string, number>,
  draw: DrawFigure,
): Block[] {
  const { points, paragraphs } = layoutOf(section, numbers);
  return [
    new Paragraph({ text: section.title, heading: HeadingLevel.HEADING_1 }),
    ...runBlocks({ listed: true, sentences: points }),
    ...paragraphs.flatMap(({ label, runs }) => [
      new Paragraph({ text: label, heading: HeadingLevel.HEADING_2 }),
      ...runs.flatMap(runBlocks),
    ]),
    ...section.figures.flatMap((figure, i) => figureBlocks(figure, place * 100 + i, draw)),
  ];
}

function runBlocks({ listed, sentences }: Run): Paragraph[] {
  if (listed) return sentences.map((one) => new Paragraph({ bullet: { level: 0 }, children: printed(one) }));
  const children = sentences.flatMap((one, i) => [...(i === 0 ? [] : [new TextRun(" ")]), ...printed(one)]);
  return [new Paragraph({ children })];
}

function printed({ text, references }: PrintedSentence): ParagraphChild[] {
  const cites = references.flatMap((number, i) => [
    raised(i === 0 ? "[" : "\u00a0"),
    new InternalHyperlink({ anchor: bookmark(number), children: [raised(String(number))] }),
  ]);
  return [new TextRun(withoutLoneSigns(text)), ...cites, ...(cites.length > 0 ? [raised("]")] : [])];
}

function figureBlocks(figure: Figure, id: number, draw: DrawFigure): Block[] {
  const caption = new Paragraph({
    children: [small(figure.caption)],
    keepNext: true,
    spacing: { before: 240 },
  });
  if (figure.type === "heat") return [caption, heatTable(figure)];
  if (figure.type === "timeline") return [caption, numbersTable(figure)];
  return [caption, new Paragraph({ children: [picture(figure, id, draw)] }), numbersTable(figure)];
}

function referenceBlocks(brief: Brief): Paragraph[] {
  if (brief.references.length === 0) return [];
  const items = brief.references.map((reference, i) => {
    const url = webAddress(reference.url);
    const link =
      url === null ? [] : [new TextRun(" "), new SimpleField(`HYPERLINK "${fieldSafe(url)}"`, url)];
    const text = new TextRun(withoutLoneSigns(referenceLine(reference)));
    return new Paragraph({
      numbering: { reference: REFERENCE_LIST, level: 0 },
      children: [...bookmarked(i + 1), text, ...link],
    });
  });
  return [new Paragraph({ text: "References", heading: HeadingLevel.HEADING_1 }), ...items];
}

function bookmark(number: number): string {
  return `ref-${number}`;
}

/**
 * The place a citation leads to. The library's own bookmarks and links draw their ids from a counter or at
 * random, which would make every document different; its types know the parts only within those.
 */
function bookmarked(number: number): ParagraphChild[] {
  const parts = [new BookmarkStart(bookmark(number), number), new BookmarkEnd(number)];
  return parts as unknown as ParagraphChild[];
}

/** Field instructions end at a quotation mark and read a backslash as a switch. */
function fieldSafe(url: string): string {
  return url.replaceAll('"', "%22").replaceAll("\\", "%5C");
}

function raised(text: string): TextRun {
  return new TextRun({ text, superScript: true });
}
