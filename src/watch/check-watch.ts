import path from "node:path";
import type { Actor } from "#model/actor.ts";
import type { Capture, Reject } from "#model/capture.ts";
import type { InputIssue } from "#model/input-error.ts";
import type { Observation } from "#model/observation.ts";
import type { Source } from "#model/source.ts";
import type { Watch } from "#model/watch.ts";
import { nearest } from "#science/text/tables/index.ts";
import { checkClaims } from "./check-claims.ts";
import { checkLaw } from "./check-law.ts";
import { checkRecord, type ReadFile } from "./check-record.ts";
import type { WatchParts } from "./cross-check.ts";
import { streamsOf } from "./mentions.ts";
import { readParts } from "./read-watch.ts";
import { recordCapture } from "./record-captures.ts";

/** How a record file becomes observations: collect knows, a watch does not. */
export type RecordReader = (
  capture: Capture,
  context: {
    readonly stream: string;
    readonly actors: readonly Actor[];
    readonly marking: Watch["marking"];
  },
) => { readonly observations: readonly Observation[]; readonly rejects: readonly Reject[] };

/** The ids of the sources that can be asked, those of the catalogue included. */
type NetworkSources = (catalogue: readonly Source[]) => readonly string[];

export interface WatchCheck {
  readonly issues: readonly InputIssue[];
  readonly counts: {
    readonly scenarios: number;
    readonly indicators: number;
    readonly questions: number;
    readonly claims: number;
    readonly actors: number;
    readonly sources: number;
    readonly sites: number;
    readonly imagers: number;
    readonly observations: number;
  };
  /** Indicators that read only streams without a record file: not wrong, but unknown until one is collected. */
  readonly unobserved: readonly { readonly indicator: string; readonly streams: readonly string[] }[];
}

/** Everything that is wrong with the watch in a folder, its record included, and how much of it was read. */
export function checkWatch(
  dir: string,
  readRecord: RecordReader,
  networkSources: NetworkSources = () => [],
): WatchCheck {
  const { parts, issues } = readParts(dir);
  const files = readRecords(dir, parts, readRecord);
  const observations = files.flatMap((file) => file.observations);
  return {
    issues: [
      ...issues,
      ...unknownSources(parts, networkSources),
      ...checkRecord(files),
      ...(parts.head ? checkLaw(parts.head, observations) : []),
      ...(parts.claims ? checkClaims(parts.claims, observations) : []),
    ],
    counts: {
      scenarios: parts.scenarios?.length ?? 0,
      indicators: parts.indicators?.length ?? 0,
      questions: parts.questions?.length ?? 0,
      claims: parts.claims?.value.claims.length ?? 0,
      actors: parts.actors?.length ?? 0,
      sources: parts.sources?.length ?? 0,
      sites: parts.sites?.length ?? 0,
      imagers: parts.imagers?.length ?? 0,
      observations: observations.length,
    },
    unobserved: unobservedIn(parts),
  };
}

function unknownSources({ head, sources }: WatchParts, networkSources: NetworkSources): InputIssue[] {
  const { collect = [] } = head?.value ?? {};
  const known = networkSources((sources ?? []).map(({ value }) => value));
  return collect.flatMap((id, i) => {
    if (known.includes(id)) return [];
    const typo = nearest(id, known);
    const right = `expected a source listed by "tocsin sources"${typo === null ? "" : `, perhaps "${typo}"`}`;
    return [{ ...head!.place(["collect", i]), wrong: `unknown source "${id}"`, right }];
  });
}

/** A capture that is read and thrown away needs no time. */
const NOT_KEPT = "";

/** The record files there are; none while the head or the actors cannot be read. */
function readRecords(dir: string, { head, actors }: WatchParts, readRecord: RecordReader): ReadFile[] {
  if (!head || !actors) return [];
  const { record, marking } = head.value;
  const known = actors.map(({ value }) => value);
  return record.flatMap(({ file, stream }) => {
    const capture = recordCapture(dir, file, NOT_KEPT);
    if (!capture) return [];
    return [
      { file: path.join(dir, file), capture, ...readRecord(capture, { stream, actors: known, marking }) },
    ];
  });
}

function unobservedIn({ head, indicators }: WatchParts): WatchCheck["unobserved"] {
  if (!head || !indicators) return [];
  const recorded = new Set(head.value.record.map(({ stream }) => stream));
  return indicators
    .map((indicator) => ({
      indicator: indicator.value.id,
      streams: [...new Set(streamsOf(indicator).map(({ word }) => word))],
    }))
    .filter(({ streams }) => streams.length > 0 && streams.every((stream) => !recorded.has(stream)));
}
