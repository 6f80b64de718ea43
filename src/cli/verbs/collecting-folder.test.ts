import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { documentsKnown, openStore } from "#store/index.ts";
import type { Collected } from "../../cycle/network/collected.ts";
import { commandLine, EXAMPLE, temporaryFolder } from "../testing/recorded-shell.ts";
import { zipOf } from "../testing/zip-of.ts";

function place() {
  const [home, folder] = [temporaryFolder(), temporaryFolder()];
  const tocsin = commandLine(home);
  const collect = async (dir = folder) => {
    const said = await tocsin("collect", "--folder", dir, "--watch", EXAMPLE, "--json");
    const collected = said.out === "" ? [] : (JSON.parse(said.out) as Collected[]);
    return {
      ...said,
      collected: collected.map(({ source, ...one }) => ({ file: path.basename(source), ...one })),
    };
  };
  const put = (name: string, content: string | Uint8Array) => writeFileSync(path.join(folder, name), content);
  const documents = async () => {
    const store = await openStore({ file: path.join(home, "arctic-cables.sqlite") });
    const known = await documentsKnown(store, { known: "2999-12-31" });
    await store.close();
    return known.map(({ document }) => document);
  };
  return { folder, collect, put, documents };
}

const PARAGRAPH = "The cable was cut in the night, and the ship that lay above it has left. ".repeat(5);

test("files of every kind are read by what they are, packed or not, once", async () => {
  const { collect, put, documents } = place();
  put(
    "feed.xml",
    "<rss version='2.0'><channel><item><title>From a feed</title><guid>1</guid></item></channel></rss>",
  );
  put(
    "groups.json",
    JSON.stringify({
      type: "bundle",
      objects: [{ type: "malware", id: "malware--1", name: "From a bundle" }],
    }),
  );
  put("incidents.csv", "id,name\n1,From a table\n");
  put("note.txt", "From a note\n\nSeen at the landing at noon.");
  put(
    "page.html",
    `<!doctype html><title>From a page</title><article><h1>From a page</h1><p>${PARAGRAPH}</p></article>`,
  );
  put("list.json.gz", gzipSync(JSON.stringify([{ title: "From a list" }])));
  put("table.zip", zipOf(Buffer.from("id,name\n2,From an archive\n")));
  const { collected, exitCode } = await collect();
  expect(exitCode).toBe(0);
  expect(collected.map(({ file, outcome, added }) => [file, outcome, added])).toEqual(
    ["feed.xml", "groups.json", "incidents.csv", "list.json.gz", "note.txt", "page.html", "table.zip"].map(
      (file) => [file, "kept", 1],
    ),
  );
  const titles = (await documents()).map(({ title }) => title);
  expect(titles.toSorted()).toEqual([
    "From a bundle",
    "From a feed",
    "From a list",
    "From a note",
    "From a page",
    "From a table",
    "From an archive",
  ]);
  expect((await collect()).collected).toEqual([]);
  put("note.txt", "From a note\n\nSeen at the landing at one.");
  expect((await collect()).collected).toMatchObject([{ file: "note.txt", corrected: 1 }]);
});

test("what cannot be read is told with its reason; folders, links and hidden files are left alone", async () => {
  const { folder, collect, put } = place();
  put("bomb.gz", gzipSync(Buffer.alloc(100 * 2 ** 20)));
  put("broken.json", '{"results": [');
  put("empty.txt", "");
  put(
    "picture.png",
    Uint8Array.from({ length: 500 }, (_, i) => i % 32),
  );
  put("report.pdf", `%PDF-1.7\n${"(The ministry said that it would go on.) Tj\n".repeat(20)}`);
  put(".hidden", "text");
  mkdirSync(path.join(folder, "inner"));
  symlinkSync("/etc/passwd", path.join(folder, "link.txt"));
  const { collected, exitCode } = await collect();
  expect(exitCode).toBe(3);
  expect(collected.map(({ file, outcome }) => [file, outcome])).toEqual(
    ["bomb.gz", "broken.json", "empty.txt", "picture.png", "report.pdf"].map((file) => [file, "failed"]),
  );
  expect(collected.map(({ fault }) => fault)).toEqual([
    expect.stringMatching(/unpacks to more than/),
    expect.stringMatching(/JSON/),
    "there is nothing in it",
    "it is no text",
    "it is no text",
  ]);
});

test("a folder that is not there is said to be so", async () => {
  const { folder, collect } = place();
  expect(await collect(path.join(folder, "none"))).toMatchObject({
    exitCode: 3,
    err: expect.stringMatching(/none cannot be read/),
  });
});
