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
