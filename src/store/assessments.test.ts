import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { appendAssessment, assessmentOf, assessments, verifyLedger } from "./assessments.ts";
import type { Store } from "./store.ts";
import { onEachStore, onPostgres } from "./testing/each-store.ts";
import { assessment, NOW } from "./testing/samples.ts";

const DAYS = Array.from(
  { length: 60 },
  (_, i) => `2020-${i < 30 ? "01" : "02"}-${String((i % 30) + 1).padStart(2, "0")}`,
);

const APPENDER = fileURLToPath(import.meta.resolve("./testing/append-assessments.ts"));

onPostgres(({ place, open }) => {
  test("two processes that append at once make one chain", async () => {
    const where = await place();
    const store = await open(where);
    const appender = (year: string) =>
      promisify(execFile)(process.execPath, [APPENDER, JSON.stringify(where), year]);
    await Promise.all([appender("2020"), appender("2021")]);
    expect(await verifyLedger(store)).toMatchObject({ length: 40, brokenAt: null });
  });
});

onEachStore(({ open, dialect }) => {
  const filled = async () => {
    const store = await open();
    for (const day of DAYS) await appendAssessment(store, assessment(day, 0.1), NOW);
    return store;
  };
  /** What somebody with the file in hand could do. */
  const tamper = async (store: Store, change: string) => {
    const unguard =
      dialect === "sqlite"
        ? ["drop trigger assessments_refuses_update", "drop trigger assessments_refuses_delete"]
        : ["alter table assessments disable trigger all"];
    for (const statement of [...unguard, change]) await sql.raw(statement).execute(store.db);
  };

  test("the ledger keeps every assessment in its order", async () => {
    const store = await filled();
    const entries = await assessments(store);
    expect(entries.map((entry) => entry.assessment.asOf)).toEqual(DAYS);
    expect(entries[0]?.assessment).toEqual(assessment(DAYS[0]!, 0.1));
    expect(await assessments(store, { watch: "ilrs", from: DAYS[3]!, to: DAYS[5]! })).toEqual(
      entries.slice(3, 6),
    );
    expect(await assessments(store, { watch: "other" })).toEqual([]);
  });

  test("the same judgement about the same day is not appended again, another one is", async () => {
    const store = await filled();
    const first = await appendAssessment(store, assessment(DAYS[0]!, 0.1), "2026-12-01T00:00:00.000Z");
    expect(first).toEqual({ appended: false, hash: (await assessments(store))[0]?.hash });
    expect((await appendAssessment(store, assessment(DAYS[0]!, 0.2), NOW)).appended).toBe(true);
    expect((await appendAssessment(store, assessment(DAYS[0]!, 0.1), NOW)).appended).toBe(true);
    expect((await verifyLedger(store)).length).toBe(DAYS.length + 2);
    expect(await assessmentOf(store, "ilrs", DAYS[0]!)).toEqual(assessment(DAYS[0]!, 0.1));
    expect(await assessmentOf(store, "ilrs", "1999-01-01")).toBeNull();
  });

  test("an untouched ledger holds, also an empty one", async () => {
    expect(await verifyLedger(await open())).toMatchObject({ length: 0, brokenAt: null });
    const store = await filled();
    expect(await verifyLedger(store)).toEqual({
      length: DAYS.length,
      head: (await assessments(store)).at(-1)?.hash,
      brokenAt: null,
    });
  });

  test("anybody can recompute the hash of an entry", async () => {
    const store = await open();
    await appendAssessment(store, assessment("2026-11-23", 0.5), NOW);
    const { hash } = await appendAssessment(store, assessment("2026-11-24", 0.5), NOW);
    const rows = await store.db.selectFrom("assessments").select(["hash", "body"]).orderBy("seq").execute();
    const digest = createHash("sha256").update(`${rows[0]!.hash}\n${NOW}\n${rows[1]!.body}`);
    expect(hash).toBe(digest.digest("hex"));
    expect(rows[1]!.body).toMatch(/^{"asOf":"2026-11-24","illustrative":false,"indicators":/);
  });

  test("the same judgements make the same chain in every store", async () => {
    expect(await verifyLedger(await filled())).toEqual(await verifyLedger(await filled()));
  });

  const FORGERIES: [string, string, number][] = [
    [
      "a changed body",
      `update assessments set body = replace(body, '"draws":1000', '"draws":1') where seq = 7`,
      7,
    ],
    ["a changed recording time", `update assessments set recorded_at = '2020' where seq = 55`, 55],
    ["a changed as-of day", `update assessments set as_of = '2019-01-01' where seq = 8`, 8],
    ["a changed hash", `update assessments set hash = 'x' where seq = 60`, 60],
    ["a removed entry", `delete from assessments where seq = 30`, 30],
    [
      "two exchanged entries",
      `update assessments set seq = case seq when 4 then -5 when 5 then -4 else seq end; `,
      4,
    ],
  ];
  for (const [what, change, brokenAt] of FORGERIES) {
    test(`${what} is found`, async () => {
      const store = await filled();
      await tamper(store, change);
      if (what.startsWith("two")) await tamperAgain(store);
      expect((await verifyLedger(store)).brokenAt).toBe(brokenAt);
    });
  }
  const tamperAgain = (store: Store) =>
    sql`update assessments set seq = -seq where seq < 0`.execute(store.db);
});
