import { later } from "#model/moment.ts";
import { nextSeq, type Store, writing } from "./store.ts";

/** One exchange with the network that somebody wants to begin. */
export interface Request {
  readonly source: string;
  /** Host and port. */
  readonly host: string;
  /** Without anything secret. */
  readonly url: string;
  /** ISO 8601 UTC with milliseconds. */
  readonly at: string;
}

/** What a request must keep to, over all processes and restarts. */
export interface Manners {
  /** Since the last request of the source; 0 for what follows from one, such as a redirect. */
  readonly everyMs: number;
  /** Whether the pause after a failure is waived. */
  readonly isRetry: boolean;
  /** Requests that the host bears within a time. */
  readonly budget: readonly { readonly requests: number; readonly perMs: number }[];
}

/** What became of a request. */
export interface Reply {
  readonly at: string;
  readonly outcome: "kept" | "unchanged" | "redirected" | "failed";
  readonly fault?: string;
  /** The source is left alone until then. */
  readonly notBefore?: string;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly capture?: string;
}

/** Writes the request down before it is sent, or says from when on it may be. */
export async function claimRequest(
  store: Store,
  request: Request,
  manners: Manners,
): Promise<{ readonly seq: number } | { readonly notBefore: string }> {
  return writing(store, async (inner) => {
    const notBefore = await askableFrom(inner, request, manners);
    if (notBefore > request.at) return { notBefore };
    const seq = await nextSeq(inner, "requests");
    const { source, host, url, at } = request;
    await inner.db.insertInto("requests").values({ seq, source, host, url, asked_at: at }).execute();
    return { seq };
  });
}

export async function appendReply(store: Store, request: number, reply: Reply): Promise<void> {
  await writing(store, async (inner) => {
    const row = {
      seq: await nextSeq(inner, "replies"),
      request,
      replied_at: reply.at,
      outcome: reply.outcome,
      fault: reply.fault ?? null,
      not_before: reply.notBefore ?? null,
      etag: reply.etag ?? null,
      last_modified: reply.lastModified ?? null,
      capture: reply.capture ?? null,
    };
    await inner.db.insertInto("replies").values(row).execute();
  });
}

/** From when on a request may be made, by what was asked and answered so far; empty where nothing holds it. */
export async function askableFrom(
  store: Store,
  { source, host }: Pick<Request, "source" | "host">,
  manners: Manners,
): Promise<string> {
  const times = [await rested(store, source, manners.everyMs)];
  if (!manners.isRetry) times.push(await forgiven(store, source));
  for (const allowance of manners.budget) times.push(await borne(store, host, allowance));
  return times.reduce((latest, time) => (time > latest ? time : latest));
}

/** When the source's own interval is over. */
async function rested({ db }: Store, source: string, everyMs: number): Promise<string> {
  const last = await db
    .selectFrom("requests")
    .where("source", "=", source)
    .select("asked_at")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return last === undefined ? "" : later(last.asked_at, everyMs);
}

/** When the pause after the source's last reply is over. */
async function forgiven({ db }: Store, source: string): Promise<string> {
  const last = await db
    .selectFrom("replies as r")
    .innerJoin("requests as q", "q.seq", "r.request")
    .where("q.source", "=", source)
    .select("r.not_before")
    .orderBy("r.seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.not_before ?? "";
}

async function borne({ db }: Store, host: string, { requests, perMs }: Manners["budget"][number]) {
  const oldest = await db
    .selectFrom("requests")
    .where("host", "=", host)
    .select("asked_at")
    .orderBy("seq", "desc")
    .offset(requests - 1)
    .limit(1)
    .executeTakeFirst();
  return oldest === undefined ? "" : later(oldest.asked_at, perMs);
}

/** Everything a source has been asked and has answered, in order. */
export interface Asked {
  readonly at: string;
  readonly url: string;
  /** Null when nothing was heard: the process ended in between. */
  readonly reply: Reply | null;
}

export async function requestsOf({ db }: Store, source: string): Promise<Asked[]> {
  const rows = await db
    .selectFrom("requests as q")
    .leftJoin("replies as r", "r.request", "q.seq")
    .where("q.source", "=", source)
    .select([
      "q.asked_at",
      "q.url",
      "r.replied_at",
      "r.outcome",
      "r.fault",
      "r.not_before",
      "r.etag",
      "r.last_modified",
      "r.capture",
    ])
    .orderBy("q.seq")
    .execute();
  return rows.map((row) => ({
    at: row.asked_at,
    url: row.url,
    reply:
      row.outcome === null || row.replied_at === null
        ? null
        : {
            at: row.replied_at,
            outcome: row.outcome,
            ...(row.fault !== null && { fault: row.fault }),
            ...(row.not_before !== null && { notBefore: row.not_before }),
            ...(row.etag !== null && { etag: row.etag }),
            ...(row.last_modified !== null && { lastModified: row.last_modified }),
            ...(row.capture !== null && { capture: row.capture }),
          },
  }));
}
