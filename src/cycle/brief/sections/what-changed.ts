import type { Assessment, IndicatorReading } from "#model/assessment.ts";
import type { Figure, Section, Sentence } from "#model/brief.ts";
import type { Day } from "#model/day.ts";
import type { Warning } from "#model/warning.ts";
import {
  evidence,
  movers,
  moversOfAll,
  newestFirst,
  observationOf,
  scenarioName,
  type BriefMaterial,
} from "../material.ts";
import { dayInWords, percent, points, pointsBetween, quoted } from "../phrase.ts";

const INDICATORS_SHOWN = 8;
const NEW_OBSERVATIONS_SHOWN = 8;

/** Probabilities, indicator levels, evidence and warnings that differ from the last brief. */
export function whatChanged(material: BriefMaterial): Section {
  const title = "What changed since the last brief";
  const { previous } = material;
  if (previous === null) return { title, sentences: [firstBrief(material)], figures: [] };
  const fresh = newMovers(material, previous.asOf);
  const shown = fresh.slice(0, NEW_OBSERVATIONS_SHOWN);
  const moved = probabilities(material, previous, fresh);
  const changes = [...warnings(material, previous), ...indicators(material, previous)];
  const sentences = [
    ...(moved.length > 0 ? moved : [nothingMoved(material, previous.asOf)]),
    ...changes,
    ...newEvidence(material, shown),
  ];
  return { title, sentences, figures: evidenceTimeline(material, shown) };
}

function firstBrief(material: BriefMaterial): Sentence {
  const text =
    "There is no earlier brief to compare with; the observations cited here are those that moved the picture most.";
  return { text, cites: moversOfAll(material) };
}

function nothingMoved(material: BriefMaterial, since: Day): Sentence {
  const text = `No probability moved by a point or more since ${dayInWords(since)}; all of them still rest on what is cited here.`;
  return { text, cites: moversOfAll(material, 3) };
}

/** Observations that became known since and moved a scenario or a warning, strongest first. */
function newMovers(material: BriefMaterial, since: Day): string[] {
  const { warnings: open } = material.assessment;
  const moving = [
    ...moversOfAll(material, Infinity),
    ...open.flatMap(({ movedBy }) => movedBy.map(({ id }) => id)),
  ];
  return [...new Set(moving)].filter((id) => observationOf(material, id).knownAt > since);
}

function probabilities(material: BriefMaterial, previous: Assessment, fresh: readonly string[]): Sentence[] {
  return material.assessment.scenarios.flatMap((scenario) => {
    const before = previous.scenarios.find(({ id }) => id === scenario.id);
    const change = before ? pointsBetween(before.p, scenario.p) : 0;
    if (!before || change === 0) return [];
    const all = movers(scenario, Infinity);
    const causes = all.filter((id) => fresh.includes(id));
    const verb = change > 0 ? "rose" : "fell";
    const why = causes.length > 0 ? "" : "; none of the observations that move it most is new";
    return [
      {
        text: `The probability of ${quoted(scenario.name)} ${verb} from ${percent(before.p)} to ${percent(scenario.p)} (${points(change)} since ${dayInWords(previous.asOf)})${why}.`,
        cites: (causes.length > 0 ? causes : all).slice(0, 3),
      },
    ];
  });
}

function warnings(material: BriefMaterial, previous: Assessment): Sentence[] {
  return material.assessment.warnings.flatMap(({ id, scenario, state, movedBy }) => {
    const before = previous.warnings.find((warning) => warning.id === id);
    if (before?.state === state) return [];
    const name = quoted(scenarioName(material, scenario));
    const cites = whyWarned(material, scenario, movedBy);
    if (state === "resolved") return [{ text: `The warning for ${name} was resolved.`, cites }];
    if (!before)
      return [{ text: `A warning for ${name} was opened and stands at the level of ${state}.`, cites }];
    return [{ text: `The warning for ${name} went from ${before.state} to ${state}.`, cites }];
  });
}

/** What moved the warning; a resolved one names nothing any more, so what its scenario rests on now stands in. */
function whyWarned(material: BriefMaterial, scenario: string, movedBy: Warning["movedBy"]): string[] {
  const assessed = material.assessment.scenarios.find(({ id }) => id === scenario);
  const moved = movedBy.map(({ id }) => id);
  return moved.length > 0 || !assessed ? moved : movers(assessed);
}

function indicators(material: BriefMaterial, previous: Assessment): Sentence[] {
  const changed = material.assessment.indicators.flatMap((reading) => {
    const before = previous.indicators.find(({ id }) => id === reading.id);
    return before && before.level !== reading.level ? [{ before, reading }] : [];
  });
  return changed
    .toSorted((a, b) => jump(b) - jump(a))
    .slice(0, INDICATORS_SHOWN)
    .map(({ before, reading }) => ({
      text: levelChange(before, reading),
      cites: behind(material, before, reading),
    }));
}

/** Losing or gaining sight of an indicator counts as a jump of two levels. */
function jump({ before, reading }: { before: IndicatorReading; reading: IndicatorReading }): number {
  if (before.level === "unknown" || reading.level === "unknown") return 2;
  return Math.abs(reading.level - before.level);
}

function levelChange(before: IndicatorReading, { statement, level }: IndicatorReading): string {
  const name = quoted(statement);
  if (level === "unknown") return `The indicator ${name} became unknown, from level ${before.level} of 4.`;
  if (before.level === "unknown")
    return `The indicator ${name} can be seen again and stands at level ${level} of 4.`;
  return `The indicator ${name} went from level ${before.level} to level ${level} of 4.`;
}

/** What entered the window since, or else what left it, or else what is in it. */
function behind(material: BriefMaterial, before: IndicatorReading, reading: IndicatorReading): string[] {
  const entered = reading.observations.filter((id) => !before.observations.includes(id));
  const left = before.observations.filter(
    (id) => !reading.observations.includes(id) && material.observations.has(id),
  );
  const cause = [entered, left, reading.observations].find((ids) => ids.length > 0) ?? [];
  return newestFirst(material, cause).slice(0, 3);
}

function newEvidence(material: BriefMaterial, ids: readonly string[]): Sentence[] {
  if (ids.length === 0) return [];
  const text = "What became known since then and moved the picture most follows, the strongest first.";
  return [{ text, cites: ids }, ...ids.map((id) => evidence(material, id))];
}

function evidenceTimeline(material: BriefMaterial, ids: readonly string[]): Figure[] {
  if (ids.length < 2) return [];
  const marks = ids.map((id) => {
    const { claim, validFrom } = observationOf(material, id);
    return { on: validFrom, lane: claim, label: validFrom, id };
  });
  return [
    {
      type: "timeline",
      caption: "New observations that moved the picture, by the day they happened.",
      marks,
    },
  ];
}
