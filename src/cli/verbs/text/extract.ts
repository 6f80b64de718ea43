import { extractPage, isBinary, loadLanguageTieBreak, type PageArticle } from "#science/text/index.ts";
import { InputError } from "#model/input-error.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT } from "../../options.ts";
import { nameOf, readBytes } from "../../read-file.ts";
import type { Shell } from "../../shell.ts";
import { defineVerb } from "../../verb.ts";
import { eachRow, textIn, type RowSource } from "./json-rows.ts";

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
    const name = nameOf(file);
    const { url = null } = options;
    if (url !== null && !URL.canParse(url))
      throw new WrongUse(`--url is "${url}"; an address such as https://example.org/ would be right`);
    const bytes = readBytes(file);
    if (options.jsonl) return extractLines({ file: name, text: new TextDecoder().decode(bytes) }, shell);
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

async function extractLines(rows: RowSource, shell: Shell): Promise<number> {
  const tieBreak = await loadLanguageTieBreak();
  return eachRow(rows, shell, async (row) => {
    const { id = null, url } = row.fields;
    const html = textIn(rows.file, row, "html");
    const page = extractPage(html, { url: typeof url === "string" ? url : null, tieBreak });
    shell.out(JSON.stringify({ id, ...page }));
    await shell.drained();
  });
}

function inWords({ title, published, author, siteName, lang, text }: PageArticle): string {
  const about = [published, author, siteName, lang].filter((part) => part !== null).join(" · ");
  return [title ?? "(no title)", about, "", text].join("\n");
}
