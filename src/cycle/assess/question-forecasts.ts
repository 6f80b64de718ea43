import { addDays, daysBetween, type Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { Question, QuestionForecast } from "#model/question.ts";
import { countStories, storiesKnown, type KnownStories } from "#model/story-count.ts";
import { rateBaseRate, shareBaseRate } from "#science/belief/scores/index.ts";

const DAYS_PER_YEAR = 365.25;

/**
 * What is said of each question that had been registered by the day and is not decided: its base rate over what is
 * left of its time.
 */
export function questionForecasts(
  questions: readonly Question[],
  asOf: Day,
  observations: readonly Observation[],
): QuestionForecast[] {
  const known = storiesKnown(observations, asOf);
  return questions
    .filter(({ registeredOn, deadline }) => registeredOn <= asOf && asOf < deadline)
    .filter(({ answer }) => answer === undefined || answer.on > asOf)
    .flatMap((question) => {
      const wanted = stillWanted(question, asOf, known);
      return wanted > 0 ? [{ id: question.id, ...baseRate(question, asOf, wanted) }] : [];
    });
}

/** Events that are still wanting. */
function stillWanted({ resolution, from, registeredOn }: Question, asOf: Day, known: KnownStories): number {
  if (resolution.by !== "record") return resolution.atLeast;
  return resolution.atLeast - countStories(resolution, known).between(from ?? registeredOn, asOf);
}

function baseRate({ basis, from, registeredOn, deadline }: Question, asOf: Day, wanted: number) {
  if (basis.type === "share") return shareBaseRate(basis.hits, basis.of);
  const begins = addDays(from ?? registeredOn, -1);
  const left = daysBetween(begins > asOf ? begins : asOf, deadline);
  return rateBaseRate(basis.events, basis.years, wanted, left / DAYS_PER_YEAR);
}
