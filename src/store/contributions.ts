import type { Contribution, RecordedContribution, Vetting } from "#model/contribution.ts";
import type { Day } from "#model/day.ts";
import { canonicalJson, sha256 } from "./canonical.ts";
import { nextSeq, type Store, writing } from "./store.ts";
import { END_OF_TIME, endOf } from "./versions.ts";

/** When somebody handed something in; ISO 8601 UTC with milliseconds. */
interface HandedIn {
  readonly contributor: string;
  readonly at: string;
}

/**
 * Keeps what somebody hands in, in quarantine; handed in again by the same hand it stays as it was. Answers its id.
 * `admit` may throw to refuse what is new, given all that came since a moment: one at a time, so that nobody slips past.
 */
export async function appendContribution(
  store: Store,
  said: Contribution,
  receivedAt: string,
  admission?: { readonly since: string; readonly admit: (before: readonly HandedIn[]) => void },
): Promise<string> {
  const id = sha256(canonicalJson(said));
  await writing(store, async (inner) => {
    if (admission && !(await isKept(inner, id))) admission.admit(await handedInSince(inner, admission.since));
    const row = { contributor: said.contributor, received_at: receivedAt, body: JSON.stringify(said) };
    await inner.db
      .insertInto("contributions")
      .values({ seq: await nextSeq(inner, "contributions"), id, ...row })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
  });
  return id;
}

async function isKept({ db }: Store, id: string): Promise<boolean> {
  const row = await db.selectFrom("contributions").select("id").where("id", "=", id).executeTakeFirst();
  return row !== undefined;
}

async function handedInSince({ db }: Store, since: string): Promise<HandedIn[]> {
  const rows = await db
    .selectFrom("contributions")
    .select(["contributor", "received_at"])
    .where("received_at", ">=", since)
    .execute();
  return rows.map(({ contributor, received_at: at }) => ({ contributor, at }));
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

/**
 * Every contribution with the latest decision on it, the latest first; what was taken back has none. Where a day is
 * given, what was received and decided by then.
 */
export async function contributions({ db }: Store, day?: Day): Promise<RecordedContribution[]> {
  const by = day === undefined ? END_OF_TIME : endOf(day);
  const rows = await db
    .selectFrom("contributions as c")
    .leftJoin("vettings as v", (join) =>
      join.onRef("v.contribution", "=", "c.id").on("v.seq", "=", (eb) =>
        eb
          .selectFrom("vettings as last")
          .select(({ fn }) => fn.max("last.seq").as("seq"))
          .whereRef("last.contribution", "=", "c.id")
          .where("last.at", "<=", by),
      ),
    )
    .where("c.received_at", "<=", by)
    .select(["c.id", "c.received_at", "c.body", "v.body as vetting"])
    .orderBy("c.seq", "desc")
    .execute();
  return rows.map(({ id, received_at, body, vetting }) => ({
    id,
    contribution: JSON.parse(body) as Contribution,
    receivedAt: received_at,
    vetting: standing(vetting),
  }));
}

function standing(body: string | null): Vetting | null {
  const vetting = body === null ? null : (JSON.parse(body) as Vetting);
  return vetting?.decision === "undone" ? null : vetting;
}
