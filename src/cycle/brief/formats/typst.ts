import type { Brief, Figure, Section } from "#model/brief.ts";
import {
  layoutOf,
  referenceNumbers,
  withoutLoneSigns,
  type PrintedSentence,
  type Run,
} from "#model/brief-layout.ts";
import type { Day } from "#model/day.ts";
import { describeFigure } from "../figures/describe-figure.ts";
import { figureDrawer, type DrawFigure } from "../figures/draw-figure.ts";
import { LIGHT } from "../figures/palette.ts";
import { headLine, referenceLine, REPLAY_NOTE, webAddress } from "./wording.ts";

/** Font families in the order they are asked for a glyph. */
const FONTS = ["Noto Sans", "Noto Sans CJK SC"];

/** A brief as Typst source; all of its text stands in string literals, so none of it can become code. */
export async function renderTypst(brief: Brief): Promise<string> {
  const draw = await figureDrawer({ palette: LIGHT, fontFamily: FONTS.join(", ") });
  const numbers = referenceNumbers(brief);
  const sections = brief.sections.map((content, i) => section(content, `s${i + 1}`, numbers, draw));
  return [preamble(brief), front(brief), ...sections, references(brief)]
    .filter((part) => part !== "")
    .join("\n\n");
}

function preamble({ title, asOf, marking }: Brief): string {
  return `#set document(title: ${literal(title)}, date: ${dateOf(asOf)})
#let marking = text(weight: "bold", tracking: 0.04em, ${literal(marking)})
#set page(
  paper: "a4",
  margin: (x: 22mm, top: 24mm, bottom: 22mm),
  header: text(size: 8pt, marking),
  footer: context text(size: 8pt, fill: rgb("${LIGHT.muted}"), [#marking #h(1fr) #counter(page).display("1 / 1", both: true)]),
)
#set text(font: (${FONTS.map(literal).join(", ")}), size: 9.5pt, lang: "en", fill: rgb("${LIGHT.ink}"))
#set par(leading: 0.62em, spacing: 0.85em)
#set list(indent: 0.2em, spacing: 0.62em)
#set image(width: 100%)
#set figure(numbering: none, supplement: none, gap: 0.6em)
#set figure.caption(position: top, separator: none)
#show figure: set block(spacing: 1.4em)
#show figure.caption: it => align(left, text(size: 8.5pt, fill: rgb("${LIGHT.muted}"), it.body))
#show title: set text(size: 20pt)
#show heading: set block(above: 1.5em, below: 0.7em)
#show heading.where(level: 1): set text(size: 13pt)
#show heading.where(level: 2): set text(size: 10.5pt)
#show link: set text(fill: rgb("${LIGHT.accent}"))
#let refs(..numbers) = {
  let links = numbers.pos().map(n => link(label("ref-" + str(n)), str(n)))
  sym.wj + box(super(typographic: false, size: 0.7em, [\\[#links.join([~])\\]]))
}`;
}

function front(brief: Brief): string {
  const note = `#block(stroke: (left: 2pt + rgb("${LIGHT.accent}")), inset: (left: 0.8em, y: 0.3em), ${literal(REPLAY_NOTE)})`;
  return ["#title()", content(headLine(brief)), ...(brief.illustrative ? [note] : [])].join("\n\n");
}

function section(
  shown: Section,
  key: string,
  numbers: ReadonlyMap<string, number>,
  draw: DrawFigure,
): string {
  const { points, paragraphs } = layoutOf(shown, numbers);
  const told = paragraphs.flatMap(({ label, runs }) => [`== ${content(label)}`, ...runs.map(run)]);
  const figures = shown.figures.map((drawn, i) => figure(drawn, draw(drawn, `${key}f${i + 1}`)));
  return [`= ${content(shown.title)}`, run({ listed: true, sentences: points }), ...told, ...figures].join(
    "\n\n",
  );
}

function run({ listed, sentences }: Run): string {
  const texts = sentences.map(printed);
  return listed ? texts.map((text) => `- ${text}`).join("\n") : texts.join(" ");
}

function printed({ text, references: cited }: PrintedSentence): string {
  return cited.length === 0 ? content(text) : `${content(text)}#refs(${cited.join(", ")});`;
}

function figure(shown: Figure, svg: string): string {
  const image = `image(bytes(${literal(svg)}), format: "svg", alt: ${literal(describeFigure(shown))})`;
  return `#figure(caption: ${literal(withoutLoneSigns(shown.caption))}, ${image})`;
}

function references(brief: Brief): string {
  if (brief.references.length === 0) return "";
  const items = brief.references.map((reference, i) => {
    const url = webAddress(reference.url);
    const link = url === null ? "" : ` #link(${literal(url)});`;
    return `+ #metadata(none)<ref-${i + 1}>${content(referenceLine(reference))}${link}`;
  });
  return `= References\n\n#set text(size: 8pt)\n${items.join("\n")}`;
}

function dateOf(day: Day): string {
  const [year, month, date] = day.split("-").map(Number);
  return `datetime(year: ${year}, month: ${month}, day: ${date})`;
}

/** Text where markup is expected; the semicolon ends the expression, whatever follows. */
function content(text: string): string {
  return `#${literal(withoutLoneSigns(text))};`;
}

/** A Typst string literal. */
function literal(text: string): string {
  const escaped = text
    .replaceAll(/[\\"]/g, "\\$&")
    .replaceAll(/\p{Cc}/gu, (control) => `\\u{${control.codePointAt(0)!.toString(16)}}`);
  return `"${escaped}"`;
}
