import type { Contribution, RecordedContribution, Vetting } from "#model/contribution.ts";
import { canonicalJson, sha256 } from "./canonical.ts";
import { nextSeq, type Store, writing } from "./store.ts";

/** Keeps what somebody hands in, in quarantine; handed in again by the same hand it stays as it was. Answers its id. */
export async function appendContribution(
  store: Store,
  said: Contribution,
  receivedAt: string,
): Promise<string> {
  const id = sha256(canonicalJson(said));
  await writing(store, async (inner) => {
    const row = { contributor: said.contributor, received_at: receivedAt, body: JSON.stringify(said) };
    await inner.db
      .insertInto("contributions")
      .values({ seq: await nextSeq(inner, "contributions"), id, ...row })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
  });
  return id;
}

/** Appends what a person decided; the contribution itself, and earlier decisions, stay. */
export async function appendVetting(store: Store, contribution: string, vetting: Vetting): Promise<void> {
  await writing(store, async (inner) => {
    const row = { contribution, at: vetting.at, body: JSON.stringify(vetting) };
    await inner.db
      .insertInto("vettings")
      .values({ seq: await nextSeq(inner, "vettings"), ...row })
      .execute();
  });
}

/** Every contribution with the latest decision on it, the latest first. */
export async function contributions({ db }: Store): Promise<RecordedContribution[]> {
  const rows = await db
    .selectFrom("contributions as c")
    .leftJoin("vettings as v", (join) =>
      join.onRef("v.contribution", "=", "c.id").on("v.seq", "=", (eb) =>
        eb
          .selectFrom("vettings as last")
          .select(({ fn }) => fn.max("last.seq").as("seq"))
          .whereRef("last.contribution", "=", "c.id"),
      ),
    )
    .select(["c.id", "c.received_at", "c.body", "v.body as vetting"])
    .orderBy("c.seq", "desc")
    .execute();
  return rows.map(({ id, received_at, body, vetting }) => ({
    id,
    contribution: JSON.parse(body) as Contribution,
    receivedAt: received_at,
    vetting: vetting === null ? null : (JSON.parse(vetting) as Vetting),
  }));
}
