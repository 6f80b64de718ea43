import { useMemo } from "react";
import { addDays, type Day } from "#model/day.ts";
import type { LegalThread } from "#model/law.ts";
import { legalName } from "#model/law-in-words.ts";
import { go, openLayer, useAddress } from "../address/use-address.ts";
import { Chart } from "../charts/chart.tsx";
import { LegalLanes, type LaneMark, type LaneStretch, type LegalLane } from "../charts/legal-lanes.tsx";
import { Choice } from "../panels/choice.tsx";
import { count } from "../words/dates.ts";
import { FORCE_WORDS, type Law, stepWords, stretchesOf } from "../words/law.ts";
import { LawKey } from "./law-key.tsx";

const SHOWN = { binding: "binding or meant to be", all: "all" } as const;
const SPANS = { "15": "15 years", "30": "30 years", "80": "all years" } as const;

interface InstrumentsPanelProps {
  readonly law: Law;
  readonly asOf: Day;
}

/** Every instrument as a lane under its subject, from its first step to its end. */
export function InstrumentsPanel({ law, asOf }: InstrumentsPanelProps) {
  const { params } = useAddress();
  const { shown = "binding", span = "15" } = params;
  const drawn = useMemo(
    () => lanesOf(law, asOf, shown === "all", Math.round(Number(span) * 365.25)),
    [law, asOf, shown, span],
  );
  const { threads, lanes } = drawn;
  const binding = threads.filter(({ force }) => force === "binding").length;
  const told = `${count(threads.length, "instrument")}, ${binding} of them binding, in ${count(lanes.length - threads.length, "subject")}`;
  return (
    <section className="panel stack">
      <h2>What stands</h2>
      <div className="row">
        <Choice
          label="Instruments"
          values={SHOWN}
          chosen={shown}
          onChoose={(value) => go({ params: { ...params, shown: value } })}
        />
        <Choice
          label="Span"
          values={SPANS}
          chosen={span}
          onChoose={(value) => go({ params: { ...params, span: value } })}
        />
      </div>
      <LawKey />
      <Chart
        name="legal-instruments"
        caption={`${told}; a mark opens the observation behind it. A bar without an end stands as far as the record says; a pale one is suspended, or was left with no word on the rest.`}
        source="observations known by this day; what counts as which step is fixed in the watch"
        alt={`${told}, as lanes from ${drawn.from} to ${asOf}.`}
        table={tableOf(law, threads)}
        isInteractive
      >
        <LegalLanes {...drawn} to={asOf} onOpen={(id) => openLayer({ kind: "observation", id })} />
      </Chart>
    </section>
  );
}

interface Drawn {
  readonly threads: readonly LegalThread[];
  readonly lanes: readonly LegalLane[];
  readonly stretches: readonly LaneStretch[];
  readonly marks: readonly LaneMark[];
  readonly from: Day;
}

function lanesOf({ threads, subjects, names }: Law, asOf: Day, all: boolean, days: number): Drawn {
  const earliest = threads[0]?.moves[0]?.on ?? asOf;
  const asked = addDays(asOf, -days);
  const from = asked > earliest ? asked : earliest;
  const shown = threads
    .filter(({ force }) => all || force === "binding" || force === "towards")
    .filter((thread) => lastDayOf(thread, asOf) >= from);
  const bySubject = subjects
    .map(({ subject }) => ({ subject, own: shown.filter((one) => one.subject === subject) }))
    .filter(({ own }) => own.length > 0);
  return {
    from,
    threads: bySubject.flatMap(({ own }) => own),
    lanes: bySubject.flatMap(({ subject, own }) => [
      { key: `subject ${subject}`, name: legalName(names, subject) || "no subject", isHeading: true },
      ...own.map(({ id, name }) => ({ key: id, name, isHeading: false })),
    ]),
    stretches: shown.flatMap((thread) =>
      stretchesOf(thread, asOf)
        .filter(({ to }) => to > from)
        .map((one) => ({
          ...one,
          from: one.from < from ? from : one.from,
          key: thread.id,
          force: thread.force,
        })),
    ),
    marks: shown.flatMap(({ id: key, name, force, moves }) =>
      moves
        .filter(({ on }) => on >= from)
        .map(({ on, step, observation, claim }) => ({
          ...{ key, on, step, observation, force },
          label: `${on}: ${stepWords(step)}\n${name}\n${claim}`,
        })),
    ),
  };
}

/** The last day on which there is something to draw. */
function lastDayOf(thread: LegalThread, asOf: Day): Day {
  return stretchesOf(thread, asOf).at(-1)?.to === asOf ? asOf : thread.moves.at(-1)!.on;
}

function tableOf({ names }: Law, threads: readonly LegalThread[]) {
  return {
    columns: ["instrument", "subject", "binds", "standing", "on", "step", "observation", "claim"],
    rows: threads.flatMap(({ name, subject, force, standing, moves }) =>
      moves.map(({ on, step, observation, claim }) => [
        ...[name, legalName(names, subject), FORCE_WORDS[force], stepWords(standing)],
        ...[on, stepWords(step), observation, claim],
      ]),
    ),
  };
}
