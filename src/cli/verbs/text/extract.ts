import { extractPage, isBinary, loadLanguageTieBreak, type PageArticle } from "#science/text/index.ts";
import { InputError } from "#model/input-error.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT } from "../../options.ts";
import { readBytes } from "../../read-file.ts";
import type { Shell } from "../../shell.ts";
import { defineVerb } from "../../verb.ts";

/** The article of a web page: one page, or one JSON line for each of many. */
export const extract = defineVerb({
  options: {
    file: { takes: "FILE", summary: "the page, in any encoding (standard input unless given)" },
    url: { takes: "URL", summary: "where it was fetched from" },
    "content-type": { takes: "TYPE", summary: "the Content-Type it came with" },
    jsonl: { summary: 'many pages: one {"id", "html"} a line in, one article a line out' },
    ...JSON_OUT,
  },
  async run({ options }, shell) {
    const file = options.file ?? "-";
    const name = file === "-" ? "stdin" : file;
    const { url = null } = options;
    if (url !== null && !URL.canParse(url))
      throw new WrongUse(`--url is "${url}"; an address such as https://example.org/ would be right`);
    const bytes = readBytes(file);
    if (options.jsonl) return extractLines(new TextDecoder().decode(bytes), name, shell);
    if (bytes.length === 0)
      throw new InputError([{ file: name, wrong: "nothing in it", right: "expected an HTML page" }]);
    if (isBinary(bytes)) {
      throw new InputError([
        {
          file: name,
          wrong: "no text: a picture, an archive or a packed document",
          right: "expected an HTML page",
        },
      ]);
    }
    const tieBreak = await loadLanguageTieBreak();
    const article = extractPage(bytes, { url, contentType: options["content-type"] ?? null, tieBreak });
    shell.out(options.json ? JSON.stringify(article) : inWords(article));
    return 0;
  },
});

async function extractLines(text: string, file: string, shell: Shell): Promise<number> {
  const tieBreak = await loadLanguageTieBreak();
  let exitCode = 0;
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const page = pageIn(line);
    if (page === null) {
      shell.err(`${file}:${i + 1}: no page; expected {"id": …, "html": "…"}`);
      exitCode = 1;
      continue;
    }
    shell.out(JSON.stringify({ id: page.id, ...extractPage(page.html, { url: page.url, tieBreak }) }));
    await shell.drained();
  }
  return exitCode;
}

interface Page {
  readonly id: unknown;
  readonly html: string;
  readonly url: string | null;
}

function pageIn(line: string): Page | null {
  try {
    const { id = null, html, url } = JSON.parse(line) as { id?: unknown; html?: unknown; url?: unknown };
    return typeof html === "string" ? { id, html, url: typeof url === "string" ? url : null } : null;
  } catch {
    return null;
  }
}

function inWords({ title, published, author, siteName, lang, text }: PageArticle): string {
  const about = [published, author, siteName, lang].filter((part) => part !== null).join(" · ");
  return [title ?? "(no title)", about, "", text].join("\n");
}
