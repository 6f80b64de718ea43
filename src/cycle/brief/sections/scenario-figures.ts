import type { Assessment, ScenarioAssessment } from "#model/assessment.ts";
import type { Figure } from "#model/brief.ts";
import { addDays, addMonths, firstDayOf, lastDayOf, monthOf, type Day } from "#model/day.ts";
import { scenarioName, type BriefMaterial } from "../material.ts";
import { percent } from "../phrase.ts";

/**
 * P(critical) as it was judged month by month, then P(critical now or reached by then), where the assessment
 * gives an interval. Without a path there is nothing to draw.
 */
export function scenarioFan(material: BriefMaterial, scenario: ScenarioAssessment): Figure[] {
  const { path, p, low, high, crossing, id, name } = scenario;
  const { asOf } = material.assessment;
  if (!path || path.length === 0) return [];
  const judged = path
    .map((point) => ({ ...point, on: lastDayOf(point.month) }))
    .filter(({ on }) => on < asOf)
    .map((point) => ({ on: point.on, p: point.p, low: point.low, high: point.high, forecast: false }));
  const ahead = {
    on: addDays(asOf, 90),
    p: crossing.p90,
    low: crossing.p90Low,
    high: crossing.p90High,
    forecast: true,
  };
  const points = [...judged, { on: asOf, p, low, high, forecast: false }, ahead];
  const meaning = material.watch.scenarios.find((known) => known.id === id)?.criticalPoint;
  const caption = `${name} stands at ${percent(p)}, and at ${percent(crossing.p90)} for now or the next 90 days (dashed); the band holds 5–95 %.`;
  return [
    {
      type: "fan",
      caption: meaning ? `${caption} Critical means: ${meaning}` : caption,
      scenario: id,
      points,
    },
  ];
}

/** When each scenario is expected to become critical, or since when it is and when it may ease. */
export function crossingTimeline(assessment: Assessment): Figure {
  return {
    type: "timeline",
    caption:
      "When the critical point is expected (10 %, half and 90 % of the forecast), or since when a scenario has been judged critical and by when half of the forecast sees it ease.",
    marks: assessment.scenarios.flatMap((scenario) => marksOf(scenario, assessment.asOf)),
  };
}

function marksOf({ id, name, crossing, easing }: ScenarioAssessment, asOf: Day) {
  const mark = (on: Day | null, label: string) => (on === null ? [] : [{ on, lane: name, label, id }]);
  const horizon = lastDayOf(addMonths(monthOf(asOf), crossing.horizonMonths));
  if (easing !== null) {
    return [...mark(firstDayOf(easing.since), "critical"), ...mark(easing.median, "half eased")];
  }
  const end = crossing.high === null ? mark(horizon, "beyond the horizon") : mark(crossing.high, "90 %");
  return [...mark(crossing.low, "10 %"), ...mark(crossing.median, "half"), ...end];
}

/** When each open warning was opened, and when its critical point is expected or since when it has been judged critical. */
export function warningTimeline(material: BriefMaterial, warnings: Assessment["warnings"]): Figure[] {
  const { scenarios, asOf } = material.assessment;
  const marks = warnings.flatMap(({ id, scenario, openedOn }) => {
    const assessed = scenarios.find((known) => known.id === scenario);
    const passage = assessed ? marksOf(assessed, asOf) : [];
    return [{ on: openedOn, lane: scenarioName(material, scenario), label: "opened", id }, ...passage];
  });
  const caption =
    "When each open warning was opened, and when its critical point is expected or since when it has been judged critical.";
  return marks.length === 0 ? [] : [{ type: "timeline", caption, marks }];
}
