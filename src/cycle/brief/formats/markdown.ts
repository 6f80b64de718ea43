import type { Brief, Figure } from "#model/brief.ts";
import { layoutOf, referenceNumbers, type PrintedSentence, type Run } from "#model/brief-layout.ts";
import { figureTable } from "../figures/figure-table.ts";
import { headLine, referenceLine, REPLAY_NOTE, webAddress } from "./wording.ts";

/** A brief as GitHub-flavoured Markdown; citations are footnotes, figures are tables. */
export function renderMarkdown(brief: Brief): string {
  const numbers = referenceNumbers(brief);
  const sections = brief.sections.flatMap((section) => {
    const { points, paragraphs } = layoutOf(section, numbers);
    const list = run({ listed: true, sentences: points });
    const told = paragraphs.flatMap(({ label, runs }) => [`### ${escaped(label)}`, ...runs.map(run)]);
    return [`## ${escaped(section.title)}`, list, ...told, ...section.figures.map(table)];
  });
  const notes = brief.references.map(
    (reference, i) => `[^${i + 1}]: ${escaped(referenceLine(reference))}${link(reference.url)}`,
  );
  const head = [
    `# ${escaped(brief.title)}`,
    `**${brief.marking}**`,
    headLine(brief),
    brief.illustrative ? `> ${REPLAY_NOTE}` : "",
  ];
  const blocks = [...head, ...sections, notes.length > 0 ? "## References" : "", notes.join("\n")];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function run({ listed, sentences }: Run): string {
  const texts = sentences.map(printed);
  return listed ? texts.map((text) => `- ${text}`).join("\n") : texts.join(" ");
}

function printed({ text, references }: PrintedSentence): string {
  return `${escaped(text)}${references.map((number) => `[^${number}]`).join("")}`;
}

function table(figure: Figure): string {
  const { columns, rows } = figureTable(figure);
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(" | ")} |`;
  const rule = `|${columns.map(() => " --- |").join("")}`;
  return [
    ...pictures(figure),
    `*${escaped(figure.caption)}*`,
    "",
    line(columns),
    rule,
    ...rows.map(line),
  ].join("\n");
}

/** Before and after, each with what it shows, and whom to credit. */
function pictures(figure: Figure): string[] {
  if (figure.type !== "pictures") return [];
  const shown = figure.pictures.map(
    ({ on, image }) => `![${escaped(`${figure.alt} This one: ${on}.`)}](${image})`,
  );
  return [...shown, "", escaped(`${figure.credit}.`), ""];
}

function link(address: string | null): string {
  const url = webAddress(address);
  return url === null ? "" : ` <${url.replaceAll(/[<>\s]/g, encodeURIComponent)}>`;
}

/** Text as Markdown that reads as that very text: no emphasis, link, table or HTML comes out of it. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|~#&]/g, "\\$&").replaceAll(/\s+/g, " ");
}
