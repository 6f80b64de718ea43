import type { Assessment, IndicatorReading } from "#model/assessment.ts";
import { go, openLayer, useAddress } from "../address/use-address.ts";
import { useAssessment, useWatch } from "../api/queries.ts";
import { Chart } from "../charts/chart.tsx";
import { HeatMap } from "../charts/heat-map.tsx";
import { LevelKey } from "../panels/level-key.tsx";
import { Loaded } from "../panels/loaded.tsx";
import { Choice } from "../panels/choice.tsx";
import { heatOf } from "../words/heat.ts";

const SPANS = { "24": "2 years", "60": "5 years", "120": "10 years", "600": "all" } as const;

/** Every indicator, month by month, grouped by the scenario it bears on most. */
export function IndicatorsPage() {
  const { params } = useAddress();
  const { data: watch } = useWatch();
  const phone = matchMedia("(max-width: 720px)").matches;
  const months = Number(params.months ?? (phone ? 24 : 60));
  return (
    <Loaded query={useAssessment()} lines={12}>
      {(assessment) => (
        <>
          <div className="row">
            <Choice
              label="Months shown"
              values={SPANS}
              chosen={String(months)}
              onChoose={(value) => go({ params: { ...params, months: value } })}
            />
            <LevelKey />
          </div>
          {assessment.scenarios.map(({ id, name }) => (
            <IndicatorGroup
              key={id}
              id={id}
              name={name}
              readings={assessment.indicators.filter((one) => homeOf(one, assessment) === id)}
              months={months}
            />
          ))}
          {watch && <p className="small">Thresholds and reasoning: open an indicator.</p>}
        </>
      )}
    </Loaded>
  );
}

/** An indicator is shown once, under the first scenario it bears on. */
function homeOf({ scenarios }: IndicatorReading, { scenarios: all }: Assessment): string {
  return scenarios[0] ?? all[0]?.id ?? "";
}

interface IndicatorGroupProps {
  readonly id: string;
  readonly name: string;
  readonly readings: readonly IndicatorReading[];
  readonly months: number;
}

function IndicatorGroup({ id, name, readings, months }: IndicatorGroupProps) {
  if (readings.length === 0) return null;
  const { months: shown, rows, table, finding } = heatOf(readings, months);
  return (
    <section className="panel stack">
      <h2>{name}</h2>
      <Chart
        name={`indicators-${id}`}
        caption={finding}
        source="trailing windows at each month's end"
        alt={`Levels of ${readings.length} indicators of “${name}” by month.`}
        table={table}
        isInteractive
      >
        <HeatMap months={shown} rows={rows} onOpen={(one) => openLayer({ kind: "indicator", id: one })} />
      </Chart>
    </section>
  );
}
