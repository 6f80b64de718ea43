import { existsSync } from "node:fs";
import path from "node:path";
import type { Notice } from "#model/notice.ts";
import {
  noticesStanding,
  openStore,
  storeCounts,
  verifyLedger,
  workState,
  type Store,
} from "#store/index.ts";
import { readWatch } from "#watch/index.ts";
import { checkWatchAndRecord } from "../cycle/check-watch.ts";
import { fontFiles } from "../cycle/printing/print-pdf.ts";
import { readConfig } from "./config.ts";
import { failureOf } from "./failure.ts";
import { WEB_DIR } from "./serve-until-stopped.ts";
import type { Shell } from "./shell.ts";
import { storePlaceOf, watchDirOf, type WorldOptions } from "./world.ts";

/** One thing that was looked at; `advice` is empty where nothing needs doing. */
export interface Finding {
  readonly what: string;
  readonly isSound: boolean;
  readonly found: string;
  readonly advice: string;
}

/** Looks at everything a working installation needs; nothing it meets stops it. */
export async function examine(options: WorldOptions, shell: Shell): Promise<Finding[]> {
  const looks = [
    look("Node", lookAtNode),
    look("watch", () => lookAtWatch(watchDirOf(options))),
    look("store", () => inStore(options, shell, lookAtCounts)),
    look("ledger", () => inStore(options, shell, lookAtLedger)),
    look("clients", () => inStore(options, shell, lookAtNotices)),
    look("work", () => inStore(options, shell, lookAtWork)),
    look("PDF fonts", lookAtFonts),
    look("web app", lookAtWeb),
  ];
  const findings: Finding[] = [];
  for (const finding of looks) findings.push(await finding());
  return findings;
}

type Seen = Omit<Finding, "what" | "advice"> & { readonly advice?: string };

function look(what: string, see: () => Seen | Promise<Seen>): () => Promise<Finding> {
  return async () => {
    try {
      return { what, advice: "", ...(await see()) };
    } catch (error) {
      const [found = ""] = failureOf(error, false).lines.split("\n");
      return { what, isSound: false, found, advice: "see what it says" };
    }
  };
}

function lookAtNode(): Seen {
  const isSound = process.versions.node.startsWith("24.");
  return { isSound, found: process.version, ...(isSound ? {} : { advice: "install Node 24" }) };
}

function lookAtWatch(dir: string): Seen {
  const { issues, counts } = checkWatchAndRecord(dir);
  const held = Object.entries(counts).map(([noun, n]) => `${n} ${noun}`);
  if (issues.length === 0) return { isSound: true, found: `${dir}: ${held.join(", ")}` };
  return { isSound: false, found: `${dir}: ${issues.length} faults`, advice: `tocsin watch check ${dir}` };
}

async function inStore(
  options: WorldOptions,
  shell: Shell,
  see: (store: Store) => Promise<Seen>,
): Promise<Seen> {
  const place = storePlaceOf(readConfig(shell.env), readWatch(watchDirOf(options)));
  if (!place.url && !existsSync(place.file!)) {
    return { isSound: true, found: "none yet", advice: '"tocsin run" makes one' };
  }
  const store = await openStore(place);
  try {
    return await see(store);
  } finally {
    await store.close();
  }
}

async function lookAtCounts(store: Store): Promise<Seen> {
  const counts = Object.entries(await storeCounts(store)).map(([noun, n]) => `${n} ${noun}`);
  return { isSound: true, found: `${store.place}: ${counts.join(", ")}` };
}

async function lookAtLedger(store: Store): Promise<Seen> {
  const { length, head, brokenAt } = await verifyLedger(store);
  if (brokenAt === null) return { isSound: true, found: `${length} entries, head ${head.slice(0, 12)}` };
  return {
    isSound: false,
    found: `broken at entry ${brokenAt}`,
    advice: "restore a backup, and find out who wrote",
  };
}

async function lookAtNotices(store: Store): Promise<Seen> {
  const notices = await noticesStanding(store);
  const failed = notices.filter(({ outcome }) => outcome === "failed");
  const told = notices.filter(({ outcome }) => outcome === "told").length;
  if (failed.length === 0) return { isSound: true, found: `${told} things told` };
  const [{ client, fault }] = failed as [Notice];
  const found = `${failed.length} things could not be told, such as to ${client}: ${fault}`;
  return { isSound: false, found, advice: '"tocsin clients" lists them; they are tried again' };
}

async function lookAtWork(store: Store): Promise<Seen> {
  const state = await workState(store);
  if (state === null) return { isSound: true, found: "by one process; none is shared" };
  const { workers, waiting, waitingSince, resting, underWay, failed } = state;
  const since = waitingSince === null ? "" : ` since ${waitingSince}`;
  const counts = `${workers} workers, ${underWay} jobs under way, ${waiting} waiting${since}, ${resting} to be tried again`;
  const reasons = failed.map(({ job, at, reason }) => `; ${job} failed at ${at}: ${reason}`);
  const found = counts + reasons.join("");
  if (workers === 0 && waiting + resting > 0) {
    return { isSound: false, found, advice: "start tocsin work" };
  }
  if (failed.length === 0) return { isSound: true, found };
  return { isSound: false, found, advice: "mend the reason: it is done again when next due" };
}

function lookAtFonts(): Seen {
  const found = fontFiles().map((file) => path.basename(file.pathname));
  if (found.length > 0) return { isSound: true, found: found.join(", ") };
  return { isSound: false, found: "none", advice: "restore data/fonts from the source of Tocsin" };
}

function lookAtWeb(): Seen {
  const isSound = existsSync(path.join(WEB_DIR, "index.html"));
  return isSound ? { isSound, found: "built" } : { isSound, found: "not built", advice: "npm run build" };
}
