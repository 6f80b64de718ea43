import type { Assessment } from "#model/assessment.ts";
import { addDays, type Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { Question, QuestionForecast } from "#model/question.ts";
import { countStories, storiesKnown } from "#model/story-count.ts";
import type { Watch } from "#model/watch.ts";
import { scoreForecasts, type Forecast, type Scores } from "#science/belief/scores/index.ts";
import type { Resolution } from "./resolve.ts";
import { covers } from "./rule-history.ts";

/** One question, what was first said of it and what is said now, and what became of it. */
export interface QuestionStanding {
  readonly id: string;
  readonly statement: string;
  readonly registeredOn: Day;
  readonly deadline: Day;
  readonly decides: string;
  readonly basis: string;
  /** As the ledger first held it; null where it holds none yet. */
  readonly first: (QuestionForecast & { readonly asOf: Day }) | null;
  readonly latest: (QuestionForecast & { readonly asOf: Day }) | null;
  readonly resolution: Resolution<0 | 1>;
}

export interface QuestionRecord {
  readonly questions: readonly QuestionStanding[];
  readonly counts: { readonly resolved: number; readonly open: number; readonly void: number };
  /** All forecasts of the resolved ones, each made while it was open; null where nothing is resolved. */
  readonly scores: Scores | null;
}

/** The questions registered by the day of scoring, resolved from what was known by then and scored from the ledger. */
export function questionRecord(
  watch: Watch,
  assessments: readonly Assessment[],
  observations: readonly Observation[],
  today: Day,
): QuestionRecord {
  const registered = watch.questions.filter(({ registeredOn }) => registeredOn <= today);
  const judged = registered.map((question) => {
    const told = assessments.flatMap(({ asOf, questions }) =>
      questions.filter(({ id }) => id === question.id).map((forecast) => ({ ...forecast, asOf })),
    );
    return { question, told, resolution: resolveQuestion(watch, question, observations, today) };
  });
  const forecasts = judged.flatMap(({ told, resolution }): Forecast[] =>
    resolution.status === "resolved"
      ? told.map(({ id, p }) => ({ p, outcome: resolution.outcome, question: id }))
      : [],
  );
  const having = (status: Resolution<0 | 1>["status"]) =>
    judged.filter(({ resolution }) => resolution.status === status).length;
  return {
    questions: judged.map(({ question, told, resolution }) => ({
      ...describe(question),
      first: told[0] ?? null,
      latest: told.at(-1) ?? null,
      resolution,
    })),
    counts: { resolved: having("resolved"), open: having("open"), void: having("void") },
    scores: forecasts.length > 0 ? scoreForecasts(forecasts) : null,
  };
}

function describe({ id, statement, registeredOn, deadline, resolution, basis }: Question) {
  const decides = resolution.by === "record" ? "the record, by rule" : resolution.source;
  const counts =
    basis.type === "rate" ? `${basis.events} in ${basis.years} years` : `${basis.hits} of ${basis.of}`;
  return { id, statement, registeredOn, deadline, decides, basis: `${counts}: ${basis.counted}` };
}

/** Yes as soon as it is known; no only when its time is up and the record has looked through all of it. */
function resolveQuestion(
  watch: Watch,
  { resolution, answer, from, registeredOn, deadline, lagDays }: Question,
  observations: readonly Observation[],
  today: Day,
): Resolution<0 | 1> {
  const due = addDays(deadline, lagDays);
  if (resolution.by === "source") {
    if (answer !== undefined && answer.on <= today) {
      return answer.is === "void"
        ? { status: "void" }
        : { status: "resolved", outcome: answer.is === "yes" ? 1 : 0 };
    }
    return due > today ? { status: "open", due } : { status: "void" };
  }
  const opens = from ?? registeredOn;
  const known = due < today ? due : today;
  const seen = countStories(resolution, storiesKnown(observations, known)).between(opens, deadline);
  if (seen >= resolution.atLeast) return { status: "resolved", outcome: 1 };
  if (due > today) return { status: "open", due };
  return covers(watch, resolution, opens, deadline) ? { status: "resolved", outcome: 0 } : { status: "void" };
}
