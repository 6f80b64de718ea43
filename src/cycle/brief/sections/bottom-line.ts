import type { ScenarioAssessment } from "#model/assessment.ts";
import type { Section, Sentence } from "#model/brief.ts";
import { criticalSince } from "#model/critical-in-words.ts";
import { firstDayOf } from "#model/day.ts";
import { sentenceCase } from "#model/sentence-case.ts";
import type { Warning } from "#model/warning.ts";
import { movers, moversOfAll, scenarioName, type BriefMaterial } from "../material.ts";
import { counted, dayInWords, likely, listed, percent, points, pointsBetween, quoted } from "../phrase.ts";
import { countOfRule } from "./count-of-rule.ts";

const REACHED = "the critical point has been reached";

/** The answer to the watch's question in a handful of sentences. */
export function bottomLine(material: BriefMaterial): Section {
  const { assessment } = material;
  const sentences = [
    ...leading(assessment.scenarios),
    ...following(assessment.scenarios),
    standing(material),
    ...largestChange(material),
    ...clarity(assessment.scenarios),
  ];
  const days = leaders(assessment.scenarios).flatMap(({ easing }) =>
    easing ? [firstDayOf(easing.since)] : [],
  );
  return { title: "Bottom line", sentences, figures: [], own: { days, names: [] } };
}

/** The scenarios that more likely than not are critical, or else the one most likely to be, each with what decides it. */
function leading(scenarios: readonly ScenarioAssessment[]): Sentence[] {
  return leaders(scenarios).map((scenario) => ({
    text: `On ${quoted(scenario.name)}, ${likely(REACHED, scenario.p, scenario.low, scenario.high)}${since(scenario)}; ${countOfRule(scenario)}.`,
    cites: movers(scenario),
  }));
}

function since({ easing }: ScenarioAssessment): string {
  return easing === null ? "" : `; it has been ${criticalSince(easing)}`;
}

function leaders(scenarios: readonly ScenarioAssessment[]): readonly ScenarioAssessment[] {
  const order = scenarios.toSorted((a, b) => b.p - a.p);
  const critical = order.filter(({ p }) => p >= 0.5);
  return critical.length > 0 ? critical : order.slice(0, 1);
}

/** Which of the others comes nearest to its critical point, and how far behind the rest are. */
function following(scenarios: readonly ScenarioAssessment[]): Sentence[] {
  const ahead = leaders(scenarios);
  const [next, third] = scenarios
    .filter((scenario) => !ahead.includes(scenario))
    .toSorted((a, b) => b.crossing.p90 - a.crossing.p90);
  if (!next) return [];
  const { p90, p90Low, p90High } = next.crossing;
  const soon = likely("it is critical now or becomes so within 90 days", p90, p90Low, p90High);
  const rest = third
    ? [
        {
          text: `Every other stands ${atMost(third.crossing.p90)} for the next 90 days.`,
          cites: movers(third),
        },
      ]
    : [];
  return [{ text: `Next comes ${quoted(next.name)}; ${soon}.`, cites: movers(next) }, ...rest];
}

function atMost(p: number): string {
  const told = percent(p);
  return told.startsWith("below") ? told : `at ${told} or less`;
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
  const [only, another] = new Set(scenarios.map((scenario) => scenario.clarity));
  const cites = [...new Set(scenarios.flatMap((scenario) => movers(scenario, 1)))];
  if (only && !another) return [{ text: `The clarity of the picture is ${only} throughout.`, cites }];
  const levels = (["high", "moderate", "low"] as const).flatMap((level) => {
    const named = scenarios.filter((scenario) => scenario.clarity === level);
    return named.length === 0 ? [] : [`${level} for ${listed(named.map(({ name }) => quoted(name)))}`];
  });
  return [{ text: `The clarity of the picture is ${levels.join("; ")}.`, cites }];
}
