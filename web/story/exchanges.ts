import path from "node:path";
import {
  addCapture,
  addDocuments,
  appendOpinion,
  appendReply,
  claimRequest,
  openStore,
  type Reply,
  type Store,
} from "#store/index.ts";
import { capture, document } from "#store/testing/samples.ts";
import { keyOf } from "../../src/cycle/reports/text-of-document.ts";

const DAY_MS = 86_400_000;
/** In days. */
const A_MINUTE = 1 / 1440;

/** The sources the story has switched on: none may be asked for now, so nothing reaches out. */
export const STORY_SOURCES = "SRC-001,SRC-041,SRC-046,SRC-125";

/** Six weeks of asking: one source answers, one with a hole, one is down, and one failed a minute ago. */
export async function recordExchanges(home: string): Promise<void> {
  const store = await openStore({ file: path.join(home, "ilrs.sqlite") });
  const now = Date.now();
  const record = async (source: string, daysAgo: number, reply: Omit<Reply, "at">) => {
    const at = new Date(now - daysAgo * DAY_MS).toISOString();
    const request = { source, host: "example.org", url: `https://example.org/${source}`, at };
    const claimed = await claimRequest(store, request, { everyMs: 0, isRetry: true, budget: [] });
    if ("seq" in claimed) await appendReply(store, claimed.seq, { at, ...reply });
  };
  const failed = { outcome: "failed", notBefore: new Date(now + DAY_MS).toISOString() } as const;
  const answered = { outcome: "unchanged" } as const;
  for (let day = 42; day >= 0; day -= 0.5) {
    const said = {
      "SRC-001": answered,
      "SRC-046": day > 12 && day < 22 ? { ...failed, fault: "HTTP 503" } : answered,
      "SRC-041": day < 9 ? { ...failed, fault: "getaddrinfo ENOTFOUND tass.com" } : answered,
      "SRC-125": day === 0 ? { ...failed, fault: "HTTP 429: Request was throttled." } : answered,
    };
    for (const [source, reply] of Object.entries(said)) await record(source, Math.max(day, A_MINUTE), reply);
  }
  await keepArticles(store, new Date(now).toISOString());
  await keepOpinions(store, new Date(now).toISOString());
  await store.close();
}

const MOON = "China and Russia signed an agreement on a lunar station on Monday. It rained.";
const RETOLD =
  "Beijing and Moscow talked for years. China and Russia signed a deal on a lunar station near the south pole of the Moon on Monday, and India watched.";

/** The report of the copy: its document, and where its sentence begins below the headline. */
export const COPIED_REPORT = `report/${keyOf("s/moon copied")}/${"Lunar station\n\n".length}.0`;

const SPIES = "Germany expelled two Russian diplomats over espionage. Brazil met Peru.";
const LUNA = "Китай и Россия подписали соглашение о лунной станции.";

/** The report of a Russian sentence. */
export const FOREIGN_REPORT = `report/${keyOf("s/luna")}/${"Луна\n\n".length}.0`;

/** What a model said: a translation, and an event in a sentence that was not coded. */
async function keepOpinions(store: Store, at: string): Promise<void> {
  const uncoded = "Norway and Russia are both on the shore of the Barents Sea.";
  const of = capture(uncoded);
  await addCapture(store, of);
  const asked = (text: string, language: string) => ({
    ...{ text, language, capture: of.sha256, from: 0, to: text.length, url: "https://example.org/shores" },
    ...({ source: "SpaceNews", reliability: "B", marking: "TLP:CLEAR", knownAt: at.slice(0, 10) } as const),
  });
  const gloss = "China and Russia signed an agreement on a lunar station.";
  const events = [{ source: "Norway", target: "Russia", root: "CONSULT", trigger: "both" }];
  const by = { model: "example-model", refused: null, at };
  await appendOpinion(store, {
    ...{ id: "a", kind: "gloss", ...by, sentence: asked(LUNA, "ru"), answer: { kind: "gloss", gloss } },
  });
  await appendOpinion(store, {
    ...{
      id: "b",
      kind: "sentence",
      ...by,
      sentence: asked(uncoded, "en"),
      answer: { kind: "sentence", events },
    },
  });
}

/** What is read in texts: one event told first, in a copy and by another; and one told once. */
async function keepArticles(store: Store, recordedAt: string): Promise<void> {
  const of = capture("articles");
  const articles = [
    ["moon", "SRC-001", 5, "Moon plans of China and Russia", MOON],
    ["moon copied", "SRC-046", 3, "Lunar station", `${MOON} (AFP)`],
    ["moon retold", "SRC-041", 1, "Moon plans agreed by China and Russia", RETOLD],
    ["spies", "SRC-001", 0, "Spies", SPIES],
    ["luna", "SRC-041", 30, "Луна", LUNA],
  ] as const;
  const documents = articles.map(([id, source, hoursAgo, title, text]) => ({
    ...document(id, { title, text, source, fetchedAt: recordedAt }),
    language: id === "luna" ? "ru" : "en",
    published: new Date(Date.parse(recordedAt) - hoursAgo * 3_600_000).toISOString(),
    capture: of.sha256,
  }));
  await addDocuments(store, { origin: "SRC-001", capture: of, documents, rejects: [], recordedAt });
}
