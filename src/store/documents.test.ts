import { expect, test } from "vitest";
import type { SourceDocument } from "#model/source-document.ts";
import {
  addDocuments,
  documentCounts,
  documentsKnown,
  documentsSince,
  entriesWithoutPage,
} from "./documents.ts";
import { appendReply, claimRequest } from "./requests.ts";
import type { Store } from "./store.ts";
import { onEachStore } from "./testing/each-store.ts";
import { capture, document, EVER, NOW } from "./testing/samples.ts";

const LATER = "2026-11-25T12:00:00.000Z";

function add(store: Store, documents: readonly SourceDocument[], recordedAt = NOW) {
  const of = capture(JSON.stringify(documents) + recordedAt);
  const captured = documents.map((one) => ({ ...one, capture: of.sha256, fetchedAt: recordedAt }));
  return addDocuments(store, { origin: "s", capture: of, documents: captured, rejects: [], recordedAt });
}

const titles = async (store: Store, known = "9999-12-31", recorded?: string) =>
  (await documentsKnown(store, { known, ...(recorded !== undefined && { recorded }) })).map(
    ({ document: { title } }) => title,
  );

onEachStore(({ open }) => {
  test("a document comes back as it was told, with when it was known and what it was read from", async () => {
    const store = await open();
    const told = document("a", { attributes: { code: 36, isRoot: true, groups: ["G1", "G2"] } });
    expect(await add(store, [told])).toEqual({ added: 1, corrected: 0, duplicate: 0, rejected: 0 });
    const [known] = await documentsKnown(store, EVER);
    const { capture: _capture, ...said } = told;
    expect(known).toMatchObject({ document: said, seq: 1, knownAt: told.published, recordedAt: NOW });
    expect(known?.document.capture).toBe(capture(JSON.stringify([told]) + NOW).sha256);
  });

  test("what is said again is stored once, and what is said anew is a version known from then on", async () => {
    const store = await open();
    await add(store, [document("a"), document("b"), document("b")]);
    expect(await add(store, [document("a"), document("b", { title: "Corrected" })], LATER)).toEqual({
      ...{ added: 0, corrected: 1, duplicate: 1, rejected: 0 },
    });
    expect(await titles(store)).toEqual(["Title of a", "Corrected"]);
    expect(await titles(store, "2026-11-24")).toEqual(["Title of a", "Title of b"]);
    expect(await titles(store, "9999-12-31", NOW)).toEqual(["Title of a", "Title of b"]);
  });

  test("the later version of a document stands, in whatever order its versions come", async () => {
    const store = await open();
    const version = (modified: string) => document("a", { title: modified, attributes: { modified } });
    const [first, second, third] = ["2026-11-01", "2026-11-02T01:00:00+02:00", "2026-11-03"].map(version);
    expect(await add(store, [second!, first!])).toMatchObject({ added: 1, duplicate: 1 });
    expect(await titles(store)).toEqual([second!.title]);
    expect(await add(store, [first!], LATER)).toMatchObject({ corrected: 0, duplicate: 1 });
    expect(await add(store, [third!], LATER)).toMatchObject({ corrected: 1, duplicate: 0 });
    expect(await titles(store)).toEqual([third!.title]);
  });

  test("a page takes the place of the entry that led to it, and keeps it whatever the feed says again", async () => {
    const store = await open();
    await add(store, [document("a")]);
    await add(store, [document("a", { form: "page", text: "The whole text" })], LATER);
    expect(await add(store, [document("a")], LATER)).toMatchObject({ duplicate: 1 });
    const known = await documentsKnown(store, EVER);
    expect(known.map(({ document: { form, text } }) => [form, text])).toEqual([["page", "The whole text"]]);
  });

  test("what nobody knew yet is not told, and what claims to come from the future is known from its coming", async () => {
    const store = await open();
    await add(store, [
      document("old", { published: "2020-01-01T00:00:00.000Z" }),
      document("dateless", { published: null }),
      document("future", { published: "2031-01-01T00:00:00.000Z" }),
    ]);
    expect(await titles(store, "2020-01-01")).toEqual(["Title of old"]);
    expect(await titles(store, "2026-11-22")).toEqual(["Title of old"]);
    expect(await titles(store, "2026-11-23")).toHaveLength(3);
  });

  test("later steps read on from where they were, in the order of storing", async () => {
    const store = await open();
    await add(store, [document("a"), document("b")]);
    const first = await documentsSince(store, 0, 1);
    expect(first.map(({ document: { id } }) => id)).toEqual(["s/a"]);
    await add(store, [document("a", { title: "New" })], LATER);
    const next = await documentsSince(store, first.at(-1)!.seq);
    expect(next.map(({ document: { title } }) => title)).toEqual(["Title of b", "New"]);
    expect(await documentsSince(store, next.at(-1)!.seq)).toEqual([]);
  });

  test("documents are asked for by source, by id and by kind, and counted by source", async () => {
    const store = await open();
    await add(store, [document("a"), document("b"), document("c", { source: "t", id: "t/c" })]);
    const only = await documentsKnown(store, EVER, { sources: ["t"] });
    expect(only.map(({ document: { id } }) => id)).toEqual(["t/c"]);
    expect(await documentsKnown(store, EVER, { ids: ["s/b", "nothing"] })).toHaveLength(1);
    await add(store, [
      document("v", { kind: "vote" }),
      document("w", { kind: "article", attributes: { kind: "vote" } }),
    ]);
    const votes = await documentsKnown(store, EVER, { kind: "vote" });
    expect(votes.map(({ document: { id } }) => id)).toEqual(["s/v"]);
    expect(await documentCounts(store)).toEqual(
      new Map([
        ["s", { documents: 4, latest: "2026-11-20T08:00:00.000Z" }],
        ["t", { documents: 1, latest: "2026-11-20T08:00:00.000Z" }],
      ]),
    );
  });

  test("an entry awaits its page until it is read or was asked for often enough", async () => {
    const store = await open();
    await add(store, [document("a"), document("b"), document("c", { form: "record" })]);
    const waiting = async () =>
      (await entriesWithoutPage(store, { source: "s", askedAs: "s pages", mostTries: 2, limit: 9 })).map(
        ({ document: { id } }) => id,
      );
    expect(await waiting()).toEqual(["s/a", "s/b"]);
    await add(store, [document("a", { form: "page" })]);
    expect(await waiting()).toEqual(["s/b"]);
    const { url } = document("b");
    for (const at of [NOW, LATER]) {
      const request = { source: "s pages", host: "example.org", url, at };
      const claimed = await claimRequest(store, request, { everyMs: 0, isRetry: true, budget: [] });
      await appendReply(store, "seq" in claimed ? claimed.seq : 0, { at, outcome: "failed" });
    }
    expect(await waiting()).toEqual([]);
  });
});
