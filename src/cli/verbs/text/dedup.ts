import {
  epochMs,
  readDate,
  relateArticles,
  type Article,
  type OriginTree,
  type RelatedArticles,
} from "#science/text/index.ts";
import { InputError } from "#model/input-error.ts";
import { JSON_OUT } from "../../options.ts";
import { defineVerb } from "../../verb.ts";
import { ACTORS, actorsGiven } from "./event-languages.ts";
import { eachRow, rowsGiven, textIn, type InputRow } from "./json-rows.ts";

/** Which articles are copies, have one origin, or tell one event; and how often each event is told independently. */
export const dedup = defineVerb({
  options: {
    file: { takes: "FILE", summary: "JSON Lines of articles (standard input unless given)" },
    ...ACTORS,
    ...JSON_OUT,
  },
  async run({ options }, shell) {
    const rows = rowsGiven(options.file);
    const byId = new Map<string, Article>();
    const exitCode = await eachRow(rows, shell, (row) => {
      const article = articleIn(rows.file, row);
      if (byId.has(article.id)) throw idTwice(rows.file, row, article.id);
      byId.set(article.id, article);
    });
    const articles = [...byId.values()];
    const found = relateArticles(articles, actorsGiven(options));
    shell.out(options.json ? JSON.stringify(named(found, articles)) : inWords(found, articles));
    return exitCode;
  },
});

const OPTIONAL = ["lang", "publisher", "url", "canonical", "owner"] as const;

function articleIn(file: string, row: InputRow): Article {
  const { fields, line } = row;
  const id = typeof fields["id"] === "number" ? String(fields["id"]) : (fields["id"] ?? String(line));
  if (typeof id !== "string") {
    throw new InputError([{ file, line, wrong: '"id" is no text', right: "expected a text or a number" }]);
  }
  const published = fields["published"] ?? undefined;
  const optional = OPTIONAL.filter((name) => (fields[name] ?? "") !== "");
  return {
    id,
    title: (fields["title"] ?? null) === null ? "" : textIn(file, row, "title"),
    text: textIn(file, row, "text"),
    ...Object.fromEntries(optional.map((name) => [name, textIn(file, row, name)])),
    ...(published === undefined || published === "" ? {} : { publishedMs: momentIn(file, row, published) }),
  };
}

/** A date as pages and feeds write it, for UTC where it names no zone; or seconds or milliseconds since 1970. */
function momentIn(file: string, { line }: InputRow, published: unknown): number {
  const moment =
    typeof published === "number" ? epochMs(published) : Date.parse(readDate(String(published))?.time ?? "");
  if (Number.isFinite(moment)) return moment;
  const right = "expected a moment such as 2026-11-23T06:30:00Z";
  throw new InputError([{ file, line, wrong: `"published" is "${String(published)}"`, right }]);
}

const idTwice = (file: string, { line }: InputRow, id: string): InputError =>
  new InputError([
    { file, line, wrong: `the id "${id}" a second time`, right: "expected an id for each article" },
  ]);

interface NamedTree {
  readonly id: string;
  readonly relation?: string;
  readonly because?: string;
  readonly below: readonly NamedTree[];
}

/** The groups by id; `trees` shows for each story who goes back to whom, the first seen on top. */
function named(
  { copies, origins, stories, relations, corroborations }: RelatedArticles,
  articles: readonly Article[],
) {
  const id = (i: number) => articles[i]!.id;
  const ids = (groups: readonly (readonly number[])[]) => groups.map((group) => group.map(id));
  const tree = ({ article, below, ...why }: OriginTree): NamedTree => ({
    id: id(article),
    ...why,
    below: below.map(tree),
  });
  return {
    copies: ids(copies),
    origins: ids(origins),
    stories: ids(stories),
    relations: relations.map(({ from, to, ...why }) => ({ from: id(from), to: id(to), ...why })),
    corroboration: corroborations.map(({ independent, trees }) => ({ independent, trees: trees.map(tree) })),
  };
}

function inWords({ copies, origins, corroborations }: RelatedArticles, articles: readonly Article[]): string {
  const heading = `${articles.length} articles: ${copies.length} families of copies, ${origins.length} shared origins, ${corroborations.length} stories told more than once`;
  const stories = corroborations.map(({ independent, trees }) =>
    [`independent reports: ${independent}`, ...trees.flatMap((tree) => treeLines(tree, articles, 1))].join(
      "\n",
    ),
  );
  return [heading, ...stories].join("\n\n");
}

function treeLines(
  { article, relation, because, below }: OriginTree,
  articles: readonly Article[],
  depth: number,
): string[] {
  const { id, publisher, title } = articles[article]!;
  const why = relation === undefined ? "" : ` (${relation}: ${because})`;
  const line = `${"  ".repeat(depth)}${[id, publisher, title].filter(Boolean).join("  ")}${why}`;
  return [line, ...below.flatMap((tree) => treeLines(tree, articles, depth + 1))];
}
