import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const home = temporaryFolder();
const tocsin = commandLine(home);
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(path.join(home, name), content);
  return path.join(home, name);
};

test("a feed comes out as one JSON line for each entry, its links made whole", async () => {
  const feed = file(
    "feed.xml",
    "<rss><channel><item><title>One</title><link>/1</link></item><item><title>Two</title></item></channel></rss>",
  );
  const { out, err, exitCode } = await tocsin(
    "text",
    "feed",
    "--file",
    feed,
    "--url",
    "https://example.org/feed",
    "--json",
  );
  const entries = out.split("\n").map((line) => JSON.parse(line) as { title: string; link: string | null });
  expect(entries).toMatchObject([
    { title: "One", link: "https://example.org/1" },
    { title: "Two", link: null },
  ]);
  expect([err, exitCode]).toEqual(["", 0]);
});

test("what is no feed gets one line with the reason", async () => {
  const page = file("page.html", "<!doctype html><html><body>Hello");
  const { err, exitCode } = await tocsin("text", "feed", "--file", page);
  expect(err).toBe(`${page}: a web page, no feed; expected RSS, RDF, Atom, CDF or JSON Feed`);
  expect(exitCode).toBe(1);
});

test("a page in an old encoding gives its article", async () => {
  const bytes = Buffer.from(`<html><head><meta charset="windows-1251"><title>`, "latin1");
  const words = Buffer.from([
    0xcb, 0xf3, 0xed, 0xe0, 0x20, 0xe8, 0x20, 0xf1, 0xf2, 0xe0, 0xed, 0xf6, 0xe8, 0xff,
  ]);
  const page = file(
    "page.html",
    Buffer.concat([
      bytes,
      words,
      Buffer.from("</title><body><h1>"),
      words,
      Buffer.from("</h1><p>"),
      words,
      Buffer.from(", "),
      words,
      Buffer.from(", "),
      words,
      Buffer.from(".</p>"),
    ]),
  );
  const { out, exitCode } = await tocsin(
    "text",
    "extract",
    "--file",
    page,
    "--url",
    "https://example.org/2021/03/09/moon",
    "--json",
  );
  expect(JSON.parse(out)).toMatchObject({
    title: "Луна и станция",
    lang: "ru",
    published: "2021-03-09T00:00:00.000Z",
    url: "https://example.org/2021/03/09/moon",
  });
  expect(exitCode).toBe(0);
});

test("many pages come out line by line, and a line that is no page is named", async () => {
  const pages = file(
    "pages.jsonl",
    [
      '{"id": 7, "html": "<title>One</title><p>A first sentence, and it is long enough to be read as prose.</p>"}',
      "rubbish",
      '{"id": 8}',
      "",
    ].join("\n"),
  );
  const { out, err, exitCode } = await tocsin("text", "extract", "--file", pages, "--jsonl");
  expect(JSON.parse(out)).toMatchObject({ id: 7, title: "One", lang: "en" });
  expect(err.split("\n")).toEqual(
    [2, 3].map((line) => `${pages}:${line}: no "html"; expected "html" with a text`),
  );
  expect(exitCode).toBe(1);
});

test("no page at all, or no address, gets one line", async () => {
  expect(await tocsin("text", "extract", "--file", file("empty.html", ""))).toMatchObject({
    exitCode: 1,
    err: expect.stringMatching(/empty.html: nothing in it; expected/) as string,
  });
  for (const verb of ["extract", "feed"])
    expect(await tocsin("text", verb, "--url", "nowhere")).toMatchObject({ exitCode: 2 });
});

test("a picture is no page, and neither is a document of another kind", async () => {
  const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251);
  const document = `%PDF-1.7\n${"(The ministry said on Thursday that it would go on.) Tj\n".repeat(20)}`;
  for (const given of [file("picture.png", noise), file("report.pdf", document)]) {
    const { err, exitCode } = await tocsin("text", "extract", "--file", given);
    expect([err, exitCode]).toEqual([
      `${given}: no text: a picture, an archive or a packed document; expected an HTML page`,
      1,
    ]);
  }
});
