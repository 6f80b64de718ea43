import type { ScenarioAssessment } from "#model/assessment.ts";
import type { Section, Sentence } from "#model/brief.ts";
import type { Warning } from "#model/warning.ts";
import { movers, moversOfAll, scenarioName, type BriefMaterial } from "../material.ts";
import {
  counted,
  dayInWords,
  likely,
  listed,
  points,
  pointsBetween,
  quoted,
  sentenceCase,
} from "../phrase.ts";

const REACHED = "the critical point has been reached";

/** The answer to the watch's question in a handful of sentences. */
export function bottomLine(material: BriefMaterial): Section {
  const { assessment } = material;
  const sentences = [
    ...leading(assessment.scenarios),
    ...nearest(assessment.scenarios),
    standing(material),
    ...largestChange(material),
    ...clarity(assessment.scenarios),
  ];
  return { title: "Bottom line", sentences, figures: [] };
}

/** The scenarios that more likely than not are critical, or else the one nearest to it. */
function leading(scenarios: readonly ScenarioAssessment[]): Sentence[] {
  const order = scenarios.toSorted((a, b) => b.p - a.p);
  const critical = order.filter(({ p }) => p >= 0.5);
  return (critical.length > 0 ? critical : order.slice(0, 1)).map((scenario) => ({
    text: `On ${quoted(scenario.name)}, ${likely(REACHED, scenario.p, scenario.low, scenario.high)}.`,
    cites: movers(scenario),
  }));
}

function nearest(scenarios: readonly ScenarioAssessment[]): Sentence[] {
  const [next] = scenarios.filter(({ p }) => p < 0.5).toSorted((a, b) => b.crossing.p90 - a.crossing.p90);
  if (!next) return [];
  const { p90, p90Low, p90High } = next.crossing;
  const rank = scenarios.some(({ p }) => p >= 0.5) ? "The next nearest" : "The nearest to its critical point";
  const soon = likely("it is critical now or becomes so within 90 days", p90, p90Low, p90High);
  return [{ text: `${rank} is ${quoted(next.name)}; ${soon}.`, cites: movers(next) }];
}

const OPEN: ReadonlySet<string> = new Set<Warning["state"]>(["watch", "warning", "critical"]);

export function openWarnings({ assessment }: BriefMaterial): readonly Warning[] {
  return assessment.warnings.filter(({ state }) => OPEN.has(state)).toSorted((a, b) => b.signal - a.signal);
}

function standing(material: BriefMaterial): Sentence {
  const open = openWarnings(material);
  if (open.length === 0) return { text: "No warning is open.", cites: moversOfAll(material, 3) };
  const named = open.map(({ scenario, state }) => `${quoted(scenarioName(material, scenario))} (${state})`);
  const text = `${sentenceCase(counted(open.length, "warning"))} ${open.length === 1 ? "is" : "are"} open, for ${listed(named)}.`;
  return {
    text,
    cites: [...new Set(open.flatMap(({ movedBy }) => movedBy.slice(0, 1).map(({ id }) => id)))],
  };
}

function largestChange({ assessment, previous }: BriefMaterial): Sentence[] {
  if (!previous) return [];
  const moved = assessment.scenarios.flatMap((scenario) => {
    const before = previous.scenarios.find(({ id }) => id === scenario.id);
    return before ? [{ scenario, change: pointsBetween(before.p, scenario.p) }] : [];
  });
  const [largest] = moved.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change));
  if (!largest || largest.change === 0) return [];
  const since = dayInWords(previous.asOf);
  return [
    {
      text: `The largest change is that of ${quoted(largest.scenario.name)} (${points(largest.change)} since ${since}).`,
      cites: movers(largest.scenario),
    },
  ];
}

function clarity(scenarios: readonly ScenarioAssessment[]): Sentence[] {
  const levels = (["high", "moderate", "low"] as const).flatMap((level) => {
    const named = scenarios.filter((scenario) => scenario.clarity === level);
    return named.length === 0 ? [] : [`${level} for ${listed(named.map(({ name }) => quoted(name)))}`];
  });
  if (levels.length === 0) return [];
  const cites = [...new Set(scenarios.flatMap((scenario) => movers(scenario, 1)))];
  return [{ text: `The clarity of the picture is ${levels.join("; ")}.`, cites }];
}
