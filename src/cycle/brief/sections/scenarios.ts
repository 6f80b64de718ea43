import type { Driver, ScenarioAssessment } from "#model/assessment.ts";
import type { Figure, Section, Sentence } from "#model/brief.ts";
import { sentenceCase } from "#model/sentence-case.ts";
import { evidence, movers, scenarioName, type BriefMaterial } from "../material.ts";
import { likely, listed, oddsShift, percent, quoted, share } from "../phrase.ts";
import { countOfRule } from "./count-of-rule.ts";
import { passage } from "./passage.ts";
import { crossingTimeline, scenarioFan } from "./scenario-figures.ts";

const DRIVERS_SHOWN = 3;
/** A driver that shifts the odds by less than a tenth is not worth a sentence. */
const LEAST_SHIFT = Math.log(1.1);

/** Every scenario: how likely, how clear, why, behind which gate, and when. */
export function scenarios(material: BriefMaterial): Section {
  const { assessment } = material;
  const fans = assessment.scenarios.flatMap((scenario) => scenarioFan(material, scenario));
  const timeline: Figure[] = [crossingTimeline(assessment)];
  const sentences = assessment.scenarios.flatMap((scenario) => aboutScenario(material, scenario));
  return { title: "Scenarios", sentences, figures: [...timeline, ...fans] };
}

function aboutScenario(material: BriefMaterial, scenario: ScenarioAssessment): Sentence[] {
  const cites = movers(scenario);
  const { name, p, low, high, clarity, observedShare } = scenario;
  return [
    { text: `${name}: ${likely("the critical point has been reached", p, low, high)}.`, cites },
    {
      text: `The clarity of this picture is ${clarity}, with its indicators observed for ${share(observedShare)} of the past year.`,
      cites,
    },
    { text: `${sentenceCase(countOfRule(scenario))}.`, cites },
    ...driving(material, scenario),
    ...gates(material, scenario),
    ...passage(scenario, material.assessment.asOf).map((text) => ({ text, cites })),
  ];
}

function driving(material: BriefMaterial, scenario: ScenarioAssessment): Sentence[] {
  const drivers = scenario.drivers.filter(({ logOdds }) => Math.abs(logOdds) >= LEAST_SHIFT);
  const seen = drivers.filter(({ observations }) => observations.length > 0).slice(0, DRIVERS_SHOWN);
  const silent = drivers.filter(({ observations }) => observations.length === 0).slice(0, DRIVERS_SHOWN);
  const told = new Set<string>();
  return [
    ...seen.flatMap((driver) => aboutDriver(material, driver, told)),
    ...silence(silent, movers(scenario)),
  ];
}

function aboutDriver(material: BriefMaterial, driver: Driver, told: Set<string>): Sentence[] {
  const ids = driver.observations.map(({ id }) => id);
  const fresh = driver.observations
    .filter(({ id, logOdds }) => !told.has(id) && logOdds * driver.logOdds > 0)
    .map(({ id }) => id)
    .slice(0, 2);
  for (const id of fresh) told.add(id);
  const direction = driver.logOdds < 0 ? "against" : "for";
  return [
    {
      text: `The indicator ${quoted(driver.statement)} speaks ${direction} it and ${oddsShift(driver.logOdds)}.`,
      cites: ids.slice(0, 3),
    },
    ...fresh.map((id) => evidence(material, id)),
  ];
}

/** An indicator that stayed quiet under working collectors is evidence too, but has nothing of its own to cite. */
function silence(drivers: readonly Driver[], weighedAgainst: readonly string[]): Sentence[] {
  if (drivers.length === 0) return [];
  const shifts = drivers.map(({ statement, logOdds }) => `${quoted(statement)} ${oddsShift(logOdds)}`);
  return [
    {
      text: `Quiet under working collectors counts as well; ${listed(shifts)}.`,
      cites: [...weighedAgainst],
    },
  ];
}

function gates(material: BriefMaterial, { gates: closings, drivers }: ScenarioAssessment): Sentence[] {
  return closings.flatMap(({ on, epsilon, closed, pIfOpen }) => {
    const parent = material.assessment.scenarios.find(({ id }) => id === on);
    const own = drivers.flatMap(({ observations }) => observations.map(({ id }) => id)).slice(0, 2);
    const cites = [...new Set([...(parent ? movers(parent, 2) : []), ...own])];
    const share = percent(epsilon);
    return [
      {
        text: `It almost exclusively requires ${quoted(scenarioName(material, on))}; that gate is closed with a probability of ${percent(closed)}, and while closed it lets ${share} of the upward moves through.`,
        cites,
      },
      {
        text: `Were the gate open throughout, the probability of being critical now or within 90 days would be ${percent(pIfOpen)}.`,
        cites,
      },
    ];
  });
}
