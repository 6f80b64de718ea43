import type { Actor } from "#model/actor.ts";
import type { Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { ReportRule } from "#model/report-rule.ts";
import type { Source } from "#model/source.ts";
import {
  splitSentences,
  type Coded,
  type CodedEvent,
  type EventDate,
  type Party,
} from "#science/text/index.ts";
import { reportPhrase } from "./report-phrase.ts";

/** A document as text, with where it is kept. */
export interface DocumentText {
  /** Names its reports: letters and digits. */
  readonly key: string;
  /** Headline, a blank line, and what stands below it. */
  readonly text: string;
  /** SHA-256 of the text as a capture. */
  readonly capture: string;
  readonly language: string;
  /** When it became public. */
  readonly knownAt: Day;
  readonly url: string;
}

/** By what a document is read. */
export interface ReportContext {
  readonly code: (sentence: string, published: Day) => Coded;
  readonly ruleFor: (event: CodedEvent) => ReportRule | undefined;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly source: Pick<Source, "name" | "reliability">;
  readonly marking: Observation["marking"];
}

/** The reports in a document, and why the rest of it is none. */
export interface DocumentReports {
  readonly reports: readonly Observation[];
  readonly sentences: number;
  readonly events: number;
  readonly reasons: Readonly<Record<string, number>>;
}

/** The stream that reports stand in until somebody has looked at them. */
export const REPORTS = "reports";

/** What an event is counted under that no rule of the watch fits. */
const OFF_SUBJECT = "off-subject";

/**
 * Reads a document sentence by sentence into reports: observations that a machine read and nobody has looked at yet.
 * Every sentence that gives none is counted under the reason.
 */
export function reportDocument(document: DocumentText, context: ReportContext): DocumentReports {
  const reasons: Record<string, number> = {};
  const count = (reason: string) => (reasons[reason] = (reasons[reason] ?? 0) + 1);
  const sentences = splitSentences(document.text, document.language);
  let events = 0;
  const reports = sentences.flatMap(({ from, to }) => {
    const coded = context.code(document.text.slice(from, to), document.knownAt);
    // Who broke into a satellite's network is seldom known: an analyst sees what has one known side too.
    const found = [...coded.events, ...(coded.oneSided?.() ?? [])];
    if (coded.reason !== null && found.length === 0) count(coded.reason);
    events += found.length;
    return found.flatMap((event, k) => {
      const rule = context.ruleFor(event);
      if (rule) return [reportOf(document, context, { event, rule, from, to, k })];
      count(OFF_SUBJECT);
      return [];
    });
  });
  return { reports, sentences: sentences.length, events, reasons };
}

interface Found {
  readonly event: CodedEvent;
  readonly rule: ReportRule;
  /** The sentence, and which of its events. */
  readonly from: number;
  readonly to: number;
  readonly k: number;
}

function reportOf(
  { key, capture, language, knownAt, url }: DocumentText,
  { actors, source, marking }: ReportContext,
  { event, rule, from, to, k }: Found,
): Observation {
  const names = [event.source, event.target].map((party) => nameOf(party, actors));
  return {
    id: `report/${key}/${from}.${k}`,
    stream: REPORTS,
    kind: event.root.toLowerCase(),
    claim: `Reported by ${source.name}: ${names[0]} ${reportPhrase(event.root)} ${names[1]}.`,
    ...validIn(event.date, knownAt),
    knownAt,
    actors: [...actorOf(event.source, "actor"), ...actorOf(event.target, "target")],
    measures: { confidence: Number(event.confidence.toFixed(3)) },
    attributes: attributesOf(event, rule, language),
    // Confirmation is counted over documents; one by itself says nothing of it.
    grade: { reliability: source.reliability, credibility: 6 },
    confidence: event.confidence >= 0.8 ? "high" : event.confidence >= 0.5 ? "medium" : "low",
    ...(event.attributedTo && { attribution: nameOf(event.attributedTo, actors) }),
    verified: "coded",
    source: { name: source.name, url, urlKind: "exact" },
    marking,
    links: [],
    evidence: {
      capture,
      locator: { type: "span", from, to },
      method: `event-coder ${event.rule}`,
      version: event.dictionary,
    },
  };
}

/** When it was by its sentence; the day of publication where that says nothing. */
function validIn(
  date: EventDate | null,
  knownAt: Day,
): Pick<Observation, "validFrom" | "validTo" | "precision"> {
  if (date === null) return { validFrom: knownAt, validTo: knownAt, precision: "day" };
  const precision = date.precision === "week" ? "day" : date.precision;
  return { validFrom: date.from, validTo: date.to, precision };
}

function attributesOf(event: CodedEvent, rule: ReportRule, language: string): Record<string, string> {
  return {
    root: event.root,
    ...(event.mode && { mode: event.mode }),
    quad: String(event.quad),
    cameo: event.cameo,
    contexts: event.contexts.join(";"),
    coder: event.rule,
    language,
    concerns: rule.id,
    ...(rule.becomes && { stream: rule.becomes.stream, kind: rule.becomes.kind }),
  };
}

function nameOf({ id, country, text }: Party, actors: ReadonlyMap<string, Actor>): string {
  return actors.get(id ?? "")?.names.en ?? actors.get(country ?? "")?.names.en ?? text;
}

function actorOf({ id, country }: Party, role: "actor" | "target") {
  const named = id ?? country;
  return named === null ? [] : [{ id: named, role }];
}
