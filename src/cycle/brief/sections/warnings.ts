import type { Section, Sentence } from "#model/brief.ts";
import type { Warning } from "#model/warning.ts";
import { evidence, indicatorName, moversOfAll, scenarioName, type BriefMaterial } from "../material.ts";
import { dayInWords, listed, percent, quoted } from "../phrase.ts";
import { openWarnings } from "./bottom-line.ts";
import { warningTimeline } from "./scenario-figures.ts";
import { easing, expected } from "./passage.ts";

/** Every open warning: its state, when, what moved it, what would lower it and what would decide it. */
export function warnings(material: BriefMaterial): Section {
  const open = openWarnings(material);
  const sentences =
    open.length === 0
      ? [strongestSignal(material)]
      : open.flatMap((warning) => aboutWarning(material, warning));
  return { title: "Warnings", sentences, figures: warningTimeline(material, open) };
}

function strongestSignal(material: BriefMaterial): Sentence {
  const [nearest] = material.assessment.scenarios.toSorted((a, b) => b.crossing.p90 - a.crossing.p90);
  const signal = nearest
    ? `; the strongest signal is that of ${quoted(nearest.name)}, with a probability of ${percent(nearest.crossing.p90)} that it is critical now or becomes so within 90 days`
    : "";
  return { text: `No warning is open${signal}.`, cites: moversOfAll(material, 3) };
}

function aboutWarning(material: BriefMaterial, warning: Warning): Sentence[] {
  const name = scenarioName(material, warning.scenario);
  const cites = warning.movedBy.map(({ id }) => id);
  const state = `${name}: a warning opened on ${dayInWords(warning.openedOn)} stands at the level of ${warning.state}, with a probability of ${percent(warning.signal)} that the critical point is reached now or within 90 days, and of ${percent(warning.withinYear)} within a year.`;
  const told = [state, ...timing(material, warning)].map((text) => ({ text, cites }));
  const moved = warning.movedBy.length === 0 ? [] : [{ text: movedBy(warning), cites }];
  const ahead = [...lowering(material, warning), ...deciding(material, warning)].map((text) => ({
    text,
    cites,
  }));
  return [...told, ...moved, ...warning.movedBy.map(({ id }) => evidence(material, id)), ...ahead];
}

/** As the scenario has it: a warning's expected interval is that of its scenario. */
function timing({ assessment }: BriefMaterial, { scenario }: Warning): string[] {
  const assessed = assessment.scenarios.find(({ id }) => id === scenario);
  if (!assessed) return [];
  return assessed.easing === null ? [expected(assessed.crossing, assessment.asOf)] : easing(assessed.easing);
}

function movedBy({ movedBy: { length } }: Warning): string {
  return length === 1
    ? "One observation moved it most."
    : "These observations moved it most, the strongest first.";
}

function lowering(material: BriefMaterial, { wouldLower }: Warning): string[] {
  if (wouldLower.length === 0) return [];
  const named = listed(wouldLower.map((id) => indicatorName(material, id)));
  return [`A fall of ${named} would lower it most.`];
}

function deciding(material: BriefMaterial, { wouldDecide }: Warning): string[] {
  if (wouldDecide === null) return [];
  return [
    `What is missing most is sight of ${indicatorName(material, wouldDecide)}, which is unknown and could move it further than any other unknown.`,
  ];
}
