import { sql } from "kysely";
import { expect, test } from "vitest";
import { appendAccess } from "./access-log.ts";
import { appendAcknowledgement } from "./acknowledgements.ts";
import { appendAssessment } from "./assessments.ts";
import { appendBrief } from "./briefs.ts";
import { appendContribution, appendVetting } from "./contributions.ts";
import { addDocuments } from "./documents.ts";
import { addElementSets } from "./element-sets.ts";
import { syncOrigin } from "./imports.ts";
import { appendReadings } from "./readings.ts";
import { appendReply, claimRequest } from "./requests.ts";
import { appendReview } from "./reviews.ts";
import { appendSiteCheck } from "./site-checks.ts";
import { addSpaceObjects } from "./space-objects.ts";
import type { Store } from "./store.ts";
import { appendNotice } from "./notices.ts";
import { onEachStore } from "./testing/each-store.ts";
import {
  assessment,
  batch,
  brief,
  capture,
  document,
  elementSet,
  NOW,
  observation,
  reject,
  VANGUARD,
} from "./testing/samples.ts";

const COLUMNS = {
  captures: "url",
  syncs: "digest",
  observation_versions: "body",
  observation_actors: "actor",
  rejects: "body",
  assessments: "body",
  acknowledgements: "note",
  briefs: "body",
  element_imports: "origin",
  element_sets: "name",
  space_objects: "body",
  document_versions: "body",
  contributions: "body",
  vettings: "body",
  readings: "body",
  reviews: "body",
  site_checks: "body",
  notices: "body",
  requests: "url",
  replies: "outcome",
  access_log: "act",
};

async function fill(store: Store): Promise<void> {
  const of = capture("x");
  await syncOrigin(store, batch([observation("a")], { capture: of, rejects: [reject(of, 2)] }));
  await appendAssessment(store, assessment("2026-11-23", 0.5), NOW);
  await appendAcknowledgement(store, { warning: "w", by: "analyst", at: NOW, note: "seen" });
  await appendBrief(store, brief("b", "2026-11-23"), NOW);
  const manners = { everyMs: 0, isRetry: false, budget: [] };
  await claimRequest(store, { source: "s", host: "h", url: "u", at: NOW }, manners);
  await appendReply(store, 1, { at: NOW, outcome: "failed" });
  const elementSets = [{ elements: elementSet(5, 10), knownAt: NOW }];
  await addElementSets(store, { origin: "o", capture: of, elementSets, rejects: [], recordedAt: NOW });
  await addDocuments(store, {
    origin: "o",
    capture: of,
    documents: [document("a")],
    rejects: [],
    recordedAt: NOW,
  });
  await appendAccess(store, { at: NOW, account: "duty", act: "signed in", about: "192.0.2.7" });
  await appendReview(store, {
    ...{ report: "r", decided: { verdict: "undone" }, entered: null, by: "analyst", note: "", at: NOW },
  });
  await appendNotice(store, {
    ...{ client: "c", item: "i", title: "t", marking: "TLP:CLEAR", at: NOW, outcome: "told" },
    ...{ fault: null, tries: 1, notBefore: null },
  });
  await appendSiteCheck(store, {
    ...{ site: "S", lat: 0, lon: 0, precisionKm: 1, source: "a map", by: "analyst", note: "", at: NOW },
  });
  await appendReadings(store, [
    {
      documentSeq: 1,
      document: "a",
      version: "v",
      sentences: 0,
      events: 0,
      reports: 0,
      reasons: {},
      readAt: NOW,
    },
  ]);
  const said = { contributor: "c", title: "t", text: "x", url: "", marking: "TLP:GREEN" } as const;
  const handedIn = await appendContribution(store, said, NOW);
  await appendVetting(store, handedIn, { decision: "accepted", by: "analyst", note: "", at: NOW });
  await addSpaceObjects(store, {
    catalogue: "c",
    capture: of,
    objects: [VANGUARD],
    rejects: [],
    recordedAt: NOW,
  });
}

onEachStore(({ open, dialect }) => {
  for (const [table, column] of Object.entries(COLUMNS)) {
    test(`nothing in ${table} can be changed or removed`, async () => {
      const store = await open();
      await fill(store);
      const contents = async () => (await sql`select * from ${sql.table(table)}`.execute(store.db)).rows;
      const before = await contents();
      expect(before).not.toEqual([]);
      const changes = [
        sql`update ${sql.table(table)} set ${sql.ref(column)} = 'forged'`,
        sql`delete from ${sql.table(table)}`,
        dialect === "sqlite"
          ? sql`insert or replace into ${sql.table(table)} select * from ${sql.table(table)}`
          : sql`truncate ${sql.table(table)} cascade`,
      ];
      for (const change of changes) {
        await expect(change.execute(store.db)).rejects.toThrow("is append-only");
      }
      expect(await contents()).toEqual(before);
    });
  }
});
