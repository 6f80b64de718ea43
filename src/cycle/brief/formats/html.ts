import type { Brief, Figure, Section } from "#model/brief.ts";
import {
  layoutOf,
  referenceNumbers,
  withoutLoneSigns,
  type PrintedSentence,
  type Run,
} from "#model/brief-layout.ts";
import { figureDrawer, type DrawFigure } from "../figures/draw-figure.ts";
import { figureTable } from "../figures/figure-table.ts";
import { SCREEN } from "../figures/palette.ts";
import { HTML_STYLE } from "./html-style.ts";
import { headLine, referenceLine, REPLAY_NOTE, webAddress } from "./wording.ts";

/** A brief as one HTML file that asks nothing of the network; citations lead to their references and back. */
export async function renderHtml(brief: Brief): Promise<string> {
  const draw = await figureDrawer({ palette: SCREEN, fontFamily: "system-ui, sans-serif" });
  const page = createPage(brief);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escaped(brief.title)}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<header>
<p class="marking">${escaped(brief.marking)}</p>
<h1>${escaped(brief.title)}</h1>
<p>${escaped(headLine(brief))}</p>
${brief.illustrative ? `<p class="note" role="note">${escaped(REPLAY_NOTE)}</p>` : ""}
</header>
<main>
${brief.sections.map((section, i) => page.section(section, `s${i + 1}`, draw)).join("\n")}
${references(brief, page.citedAt)}
</main>
<footer><p class="marking">${escaped(brief.marking)}</p></footer>
</body>
</html>
`;
}

/** Prints sections one after the other and remembers where each reference was first cited. */
function createPage(brief: Brief) {
  const numbers = referenceNumbers(brief);
  const citedAt = new Set<number>();

  function cite(number: number): string {
    const anchor = citedAt.has(number) ? "" : ` id="cite-${number}"`;
    citedAt.add(number);
    return `<a href="#ref-${number}"${anchor} aria-label="reference ${number}">${number}</a>`;
  }

  function printed({ text, references: cited }: PrintedSentence): string {
    const cites = cited.length === 0 ? "" : `<span class="cites">[${cited.map(cite).join(" ")}]</span>`;
    return `${prose(text)}${cites}`;
  }

  function run({ listed, sentences }: Run): string {
    const texts = sentences.map(printed);
    return listed
      ? `<ul>\n${texts.map((text) => `<li>${text}</li>`).join("\n")}\n</ul>`
      : `<p>${texts.join(" ")}</p>`;
  }

  function section(content: Section, key: string, draw: DrawFigure): string {
    const { points, paragraphs } = layoutOf(content, numbers);
    const list = points.length === 0 ? "" : run({ listed: true, sentences: points });
    const told = paragraphs.flatMap(({ label, runs }) => [`<h3>${escaped(label)}</h3>`, ...runs.map(run)]);
    const figures = content.figures.map((shown, i) => figure(shown, `${key}f${i + 1}`, draw));
    const heading = `<h2 id="${key}">${escaped(content.title)}</h2>`;
    return [`<section aria-labelledby="${key}">`, heading, list, ...told, ...figures, "</section>"].join(
      "\n",
    );
  }

  return { section, citedAt };
}

function figure(shown: Figure, key: string, draw: DrawFigure): string {
  const { columns, rows } = figureTable(shown);
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join("");
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td>${prose(cell)}</td>`).join("")}</tr>`)
    .join("\n");
  return `<figure>
<figcaption>${prose(shown.caption)}</figcaption>
<div class="scroll" tabindex="0">${draw(shown, key)}</div>
<details><summary>The numbers as a table</summary><div class="scroll" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table></div></details>
</figure>`;
}

function references(brief: Brief, citedAt: ReadonlySet<number>): string {
  if (brief.references.length === 0) return "";
  const items = brief.references.map((reference, i) => {
    const url = webAddress(reference.url);
    const source = url === null ? "" : ` <a href="${escaped(url)}" rel="noreferrer">${escaped(url)}</a>`;
    const back = citedAt.has(i + 1) ? ` <a href="#cite-${i + 1}" aria-label="back to the text">↩</a>` : "";
    return `<li id="ref-${i + 1}">${prose(referenceLine(reference))}${source}${back}</li>`;
  });
  return `<section aria-labelledby="references" class="references">\n<h2 id="references">References</h2>\n<ol>\n${items.join("\n")}\n</ol>\n</section>`;
}

function prose(text: string): string {
  return escaped(withoutLoneSigns(text));
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
