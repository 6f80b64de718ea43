import { readFeed, type FeedEntry } from "#science/text/index.ts";
import { InputError } from "#model/input-error.ts";
import { WrongUse } from "../../failure.ts";
import { JSON_OUT } from "../../options.ts";
import { nameOf, readBytes } from "../../read-file.ts";
import { table } from "../../table.ts";
import { defineVerb } from "../../verb.ts";

/** The entries of a feed, one JSON line each. */
export const feed = defineVerb({
  options: {
    file: { takes: "FILE", summary: "the feed, in any encoding (standard input unless given)" },
    url: { takes: "URL", summary: "where it was fetched from: relative links are resolved against it" },
    "content-type": { takes: "TYPE", summary: "the Content-Type it came with" },
    ...JSON_OUT,
  },
  async run({ options }, shell) {
    const file = options.file ?? "-";
    const name = nameOf(file);
    const { url = null } = options;
    if (url !== null && !URL.canParse(url))
      throw new WrongUse(`--url is "${url}"; an address such as https://example.org/ would be right`);
    const read = readFeed(readBytes(file), {
      url,
      contentType: options["content-type"] ?? null,
    });
    if ("wrong" in read) throw new InputError([{ file: name, ...read }]);
    if (!read.wellFormed) shell.err(`${name}: broken markup, read as far as it goes`);
    if (!options.json) {
      shell.out(table(["published", "title", "link"], read.entries.map(cells)));
      return 0;
    }
    for (const entry of read.entries) {
      shell.out(JSON.stringify(entry));
      await shell.drained();
    }
    return 0;
  },
});

function cells({ published, updated, title, link }: FeedEntry): string[] {
  return [published ?? updated ?? "", title ?? "", link ?? ""];
}
