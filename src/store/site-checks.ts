import type { Day } from "#model/day.ts";
import type { SiteCheck } from "#model/site-check.ts";
import { nextSeq, type Store, writing } from "./store.ts";

/** Appends the check; those before it stay. */
export async function appendSiteCheck(store: Store, check: SiteCheck): Promise<void> {
  await writing(store, async (inner) => {
    const seq = await nextSeq(inner, "site_checks");
    const { site, at } = check;
    await inner.db
      .insertInto("site_checks")
      .values({ seq, site, at, body: JSON.stringify(check) })
      .execute();
  });
}

/** The checks made by the end of a day, in their order. */
export async function siteChecks({ db }: Store, known: Day): Promise<SiteCheck[]> {
  const rows = await db.selectFrom("site_checks").select(["at", "body"]).orderBy("seq").execute();
  return rows.filter(({ at }) => at.slice(0, 10) <= known).map(({ body }) => JSON.parse(body) as SiteCheck);
}
