import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { plainText } from "#science/text/index.ts";

/** A page with the text that its reader was meant to read. */
export interface PageCase {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly url: string | null;
  readonly language: string;
}

const FOLDER = "../shared/data/text/html";
const unpacked = (file: string) => gunzipSync(readFileSync(file));

/** Pages of the article-extraction benchmark (Scrapinghub, MIT) with their hand-made article bodies. */
export function benchmarkPages(): PageCase[] {
  const truth = JSON.parse(unpacked(`${FOLDER}/aeb/ground-truth.json.gz`).toString()) as Record<
    string,
    { articleBody: string; url: string }
  >;
  return Object.entries(truth).map(([id, { articleBody, url }]) => ({
    id,
    bytes: unpacked(`${FOLDER}/aeb/html/${id}.html.gz`),
    text: articleBody,
    url,
    language: "en",
  }));
}

/** Pages of the DAnIEL corpus in one language; the reference begins with the title. */
export function danielPages(language: string): PageCase[] {
  const manifest = JSON.parse(readFileSync(`${FOLDER}/daniel/manifest.json`, "utf8")) as {
    id: string;
    lang: string;
  }[];
  return manifest
    .filter(({ lang }) => lang === language)
    .map(({ id }) => ({
      id,
      bytes: unpacked(`${FOLDER}/daniel/html/${id}.html.gz`),
      text: readFileSync(`${FOLDER}/daniel/reference/${id}.txt`, "utf8").replace(/<\/?p>/g, "\n"),
      url: null,
      language,
    }));
}

/** Pages of Readability's own tests (Mozilla, Apache-2.0) with what it should keep of them. */
export function fixturePages(): PageCase[] {
  return readdirSync(`${FOLDER}/readability_fixtures`).map((id) => ({
    id,
    bytes: unpacked(`${FOLDER}/readability_fixtures/${id}/source.html.gz`),
    text: plainText(unpacked(`${FOLDER}/readability_fixtures/${id}/expected.html.gz`).toString()),
    url: null,
    language: "",
  }));
}
