import type { IndicatorReading } from "#model/assessment.ts";
import type { Indicator } from "#model/indicator.ts";
import { useAssessment, useExplain, useObservations, useWatch } from "../api/queries.ts";
import { LevelStrip } from "../charts/level-strip.tsx";
import { LevelMark } from "../panels/level-mark.tsx";
import { Loaded } from "../panels/loaded.tsx";
import { ObservationLine } from "../panels/observation/observation-line.tsx";
import { count } from "../words/dates.ts";
import { measureText } from "../words/level.ts";
import { share } from "../words/probability.ts";
import { openLayer } from "../address/use-address.ts";

interface IndicatorLayerProps {
  readonly id: string;
  /** The scenario it is opened for; null: the first it bears on. */
  readonly scenario: string | null;
}

/** What an indicator reads, how it stands, and the observations it stands on. */
export function IndicatorLayer({ id, scenario }: IndicatorLayerProps) {
  const { data: watch } = useWatch();
  const definition = watch?.indicators.find((one) => one.id === id);
  return (
    <Loaded query={useAssessment()}>
      {({ indicators }) => {
        const reading = indicators.find((one) => one.id === id);
        if (!reading) return <p>This watch has no indicator {id}.</p>;
        return (
          <>
            <h2>{reading.statement}</h2>
            <Standing reading={reading} />
            {reading.bearings.length === 0 && (
              <p className="quiet">Shown only: no forecast rests on it by itself.</p>
            )}
            {reading.history && <LevelStrip history={reading.history.slice(-60)} label={reading.statement} />}
            {definition && <Definition indicator={definition} reading={reading} />}
            <Feeding indicator={id} scenario={scenario ?? reading.scenarios[0] ?? null} />
          </>
        );
      }}
    </Loaded>
  );
}

function Standing({ reading }: { readonly reading: IndicatorReading }) {
  const { level, levelName, value, baseline, exposure } = reading;
  return (
    <p>
      <LevelMark level={level} name={levelName} />{" "}
      {level === "unknown"
        ? "Its collectors and record files did not cover enough of the window to say."
        : `${measureText(value)} in the window; ${baseline === null ? "no baseline yet" : `${measureText(baseline)} is usual`}; ${share(exposure)} of the window was covered.`}
    </p>
  );
}

function Definition({
  indicator,
  reading,
}: {
  readonly indicator: Indicator;
  readonly reading: IndicatorReading;
}) {
  const bearing = indicator.bearings.map(
    ({ scenario, present, absent }) => `${scenario}: ${present} : 1 when high, ${absent} : 1 when quiet`,
  );
  return (
    <details>
      <summary>How it is read</summary>
      <dl className="facts">
        <dt>Window</dt>
        <dd>{count(indicator.windowDays, "day")}</dd>
        <dt>Levels 1–4 from</dt>
        <dd>{indicator.levels.join(", ")}</dd>
        <dt>Says of critical : dormant</dt>
        <dd>{bearing.join("; ") || "nothing: shown only"}</dd>
        <dt>Moves with</dt>
        <dd>{reading.group}</dd>
        <dt>Usual rate</dt>
        <dd>{indicator.baseRate}</dd>
        <dt>Reasoning</dt>
        <dd>{indicator.reasoning}</dd>
        <dt>Confidence</dt>
        <dd>{indicator.confidence}</dd>
      </dl>
    </details>
  );
}

/** Observations in the window, each with its own share where it has one. */
function Feeding({ indicator, scenario }: { readonly indicator: string; readonly scenario: string | null }) {
  const explained = useExplain(scenario);
  const shifts = new Map(
    explained.data?.contributions
      .find((one) => one.indicator === indicator)
      ?.observations.map(({ logOdds, observation }) => [observation.id, logOdds]),
  );
  return (
    <Loaded query={useObservations({ indicator, limit: "50" })} lines={6}>
      {({ total, items }) => (
        <section className="stack">
          <h3>{total === 0 ? "No observation meets it" : `${count(total, "observation")} behind it`}</h3>
          <ul className="observation-lines">
            {items
              .toSorted((a, b) => Math.abs(shifts.get(b.id) ?? 0) - Math.abs(shifts.get(a.id) ?? 0))
              .map((observation) => (
                <ObservationLine
                  key={observation.id}
                  observation={observation}
                  logOdds={shifts.get(observation.id) ?? null}
                  onOpen={() => openLayer({ kind: "observation", id: observation.id }, { onTop: true })}
                />
              ))}
          </ul>
        </section>
      )}
    </Loaded>
  );
}
