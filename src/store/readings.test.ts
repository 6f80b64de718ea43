import { expect, test } from "vitest";
import type { Reading } from "#model/reading.ts";
import { addDocuments } from "./documents.ts";
import { appendReadings, readingsOf, readingTotals, unreadDocuments } from "./readings.ts";
import { onEachStore } from "./testing/each-store.ts";
import { capture, document, NOW } from "./testing/samples.ts";

const reading = (documentSeq: number, changed: Partial<Reading> = {}): Reading => ({
  documentSeq,
  document: documentSeq === 1 ? "a" : "b",
  version: "v1",
  sentences: 3,
  events: 2,
  reports: 1,
  reasons: { "no-actor": 1, "off-subject": 1 },
  readAt: NOW,
  ...changed,
});

onEachStore(({ open }) => {
  test("a version is unread until it was read, and comes once in the order of storing", async () => {
    const store = await open();
    const of = capture("x");
    const documents = [document("a"), document("b")].map((one) => ({ ...one, capture: of.sha256 }));
    await addDocuments(store, { origin: "s", capture: of, documents, rejects: [], recordedAt: NOW });
    const unread = async (seq = 0) => (await unreadDocuments(store, seq, 10)).map((one) => one.document.id);
    expect(await unread()).toEqual(["s/a", "s/b"]);
    expect(await unread(1)).toEqual(["s/b"]);
    await appendReadings(store, [reading(1)]);
    expect(await unread()).toEqual(["s/b"]);
  });

  test("of a version read again the last reading counts", async () => {
    const store = await open();
    const of = capture("x");
    const documents = [document("a"), document("b")].map((one) => ({ ...one, capture: of.sha256 }));
    await addDocuments(store, { origin: "s", capture: of, documents, rejects: [], recordedAt: NOW });
    await appendReadings(store, [reading(1), reading(2)]);
    await appendReadings(store, [
      reading(1, { version: "v2", events: 0, reports: 0, reasons: { "no-actor": 3 } }),
    ]);
    expect((await readingsOf(store, "s/a")).map(({ version }) => version)).toEqual(["v2"]);
    expect(await readingTotals(store)).toEqual({
      ...{ documents: 2, sentences: 6, events: 2, reports: 1 },
      reasons: { "no-actor": 4, "off-subject": 1 },
    });
  });
});
