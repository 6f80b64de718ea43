import type { SourcesReply } from "../../src/api/contract.ts";
import { longDay, shortDay } from "../words/dates.ts";

export type NetworkSource = SourcesReply["sources"][number];

/** How a source stands, worst first. */
export type Standing = "down" | "failing" | "answering" | "waiting" | "off" | "cannot";

/** Down is a failure for longer than the source may be silent: a gap that is still open. */
export function standingOf({ whyNot, isOn, gaps, lastError, lastSuccess }: NetworkSource): Standing {
  if (whyNot !== null) return "cannot";
  if (!isOn) return "off";
  if (gaps.at(-1)?.to === null) return "down";
  if (lastError !== null) return "failing";
  return lastSuccess === null ? "waiting" : "answering";
}

/** The standing in a few words, with the day it rests on. */
export function standingWords(source: NetworkSource): string {
  const { whyNot, gaps, lastSuccess } = source;
  switch (standingOf(source)) {
    case "cannot":
      return `not asked: ${whyNot}`;
    case "off":
      return lastSuccess === null ? "switched off" : `switched off; last answered ${dayOf(lastSuccess)}`;
    case "down":
      return `down since ${dayOf(gaps.at(-1)!.from)}`;
    case "failing":
      return lastSuccess === null ? "has not answered yet" : `failing; last answered ${dayOf(lastSuccess)}`;
    case "waiting":
      return "switched on, not asked yet";
    case "answering":
      return `answered ${momentWords(lastSuccess!)}`;
  }
}

/** What is covered, as one sentence. */
export function summaryWords({ sources }: Pick<SourcesReply, "sources">): string {
  const on = sources.filter(({ isOn }) => isOn);
  const named = (standing: Standing) => on.filter((one) => standingOf(one) === standing).length;
  const [down, failing] = [named("down"), named("failing")];
  const faults = [
    ...(down > 0 ? [`${down} ${down === 1 ? "is" : "are"} down`] : []),
    ...(failing > 0 ? [`${failing} failed lately`] : []),
  ];
  const are = on.length === 1 ? "is" : "are";
  const how = faults.length === 0 ? "none of them is failing" : faults.join(" and ");
  return `${on.length} of ${sources.length} sources ${are} switched on; ${how}.`;
}

/** `23 November 2026, 12:00 UTC`. */
export function momentWords(at: string): string {
  return `${longDay(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`;
}

function dayOf(at: string): string {
  return longDay(at.slice(0, 10));
}

/** A stretch of the strip, in hundredths of its width. */
export interface Stretch {
  readonly kind: "covered" | "gap";
  readonly from: number;
  readonly to: number;
}

/** What was covered in the last so many days: nothing before the first try, then answers, and gaps between them. */
export function stretchesOf({ firstTry, gaps }: NetworkSource, at: string, days: number): Stretch[] {
  if (firstTry === null) return [];
  const end = Date.parse(at);
  const width = days * 86_400_000;
  const place = (time: string) =>
    Math.min(100, Math.max(0, (100 * (Date.parse(time) - end + width)) / width));
  const stretches: Stretch[] = [];
  let from = place(firstTry);
  const add = (kind: Stretch["kind"], to: number) => {
    if (to > from) stretches.push({ kind, from, to });
    from = Math.max(from, to);
  };
  for (const gap of gaps) {
    add("covered", place(gap.from));
    add("gap", gap.to === null ? 100 : place(gap.to));
  }
  add("covered", 100);
  return stretches;
}

/** The strip in words, for who does not see it. */
export function coverageWords({ firstTry, gaps }: NetworkSource, at: string, days: number): string {
  if (firstTry === null) return "never asked: unknown, not quiet";
  const since = Date.parse(at) - days * 86_400_000;
  const seen = gaps.filter(({ to }) => to === null || Date.parse(to) > since);
  const spans = seen.map(({ from, to }) => `${day(from)} to ${to === null ? "now" : day(to)}`);
  const begun = `asked since ${dayOf(firstTry)}`;
  return spans.length === 0 ? `${begun}, no gap` : `${begun}; nothing from ${spans.join(", ")}`;
}

function day(at: string): string {
  return shortDay(at.slice(0, 10));
}
