import { type Ceiling, releaseUnder } from "#model/release.ts";
import type { WarningChange } from "#model/warning-change.ts";
import type { Watch } from "#model/watch.ts";
import { changeInWords } from "../feeds/warning-entry.ts";
import type { Offer } from "./observations-offered.ts";
import { extended, ownExtension, ownIdentity } from "./own-objects.ts";
import { type IdOf, type Marking, startOf, type StixObject } from "./stix-object.ts";
import { markedAs } from "./tlp-markings.ts";

interface Leaving {
  readonly watch: Watch;
  readonly idOf: IdOf;
  readonly ceiling: Ceiling;
  /** The STIX id of an observation that leaves as well. */
  readonly refOf: (observation: string) => string | undefined;
}

/** Warnings as reports: each change of state is a version of its warning, as it was known that day. */
export function warningsOffered(changes: readonly WarningChange[], leaving: Leaving): Offer {
  const { watch, idOf, ceiling } = leaving;
  const { released, withheld } = releaseUnder(ceiling, changes, ({ marking }) => marking);
  const own = [ownIdentity(watch, ceiling, idOf), ownExtension(watch, idOf)];
  const opened = new Map(changes.toReversed().map(({ warning, step }) => [warning, step.on]));
  return {
    offered: [
      ...own.map((object) => ({ object, addedAt: object.created })),
      ...released.map((change) => ({
        object: warningReport(change, opened.get(change.warning)!, leaving),
        // What it rests on may have come into the store later than the day it tells of.
        addedAt: [startOf(change.step.on), change.recordedAt].toSorted().at(-1)!,
      })),
    ],
    withheld,
  };
}

function warningReport(change: WarningChange, openedOn: string, { idOf, refOf }: Leaving): StixObject {
  const { warning, scenario, step, name, movedBy, marking, illustrative } = change;
  const refs = movedBy.flatMap(({ id }) => refOf(id) ?? []);
  const { from, median, to } = change.expected;
  return {
    ...{ type: "report", spec_version: "2.1", id: idOf("report", `warning/${warning}`) },
    created_by_ref: idOf("identity", "tocsin"),
    ...{ created: startOf(openedOn), modified: startOf(step.on), published: startOf(step.on) },
    labels: ["warning", step.to, scenario, ...(illustrative ? ["illustrative"] : [])],
    report_types: ["threat-report"],
    name: `${name}: ${step.from} → ${step.to}`,
    description: changeInWords(change).join("\n"),
    object_refs: refs.length > 0 ? refs : [idOf("identity", "tocsin")],
    external_references: [{ source_name: "Tocsin", external_id: warning }],
    ...markedAs(marking as Marking),
    ...extended(idOf, {
      ...{ warning, scenario, state: step.to, valid_from: step.on },
      ...{
        p90: change.p90,
        p90_low: change.p90Low,
        p90_high: change.p90High,
        within_year: change.withinYear,
      },
      ...(from !== null && { expected_from: from }),
      ...(median !== null && { expected_median: median }),
      ...(to !== null && { expected_to: to }),
    }),
  };
}
