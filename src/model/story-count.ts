import type { Day } from "./day.ts";
import type { Observation } from "./observation.ts";
import { compileQuery, type Query } from "./query.ts";
import { storiesOf, type StoryOf, withoutSuperseded } from "./story.ts";

/** What a rule counts: independent stories that match, confirmed well enough. */
export interface CountRule {
  readonly where: Query;
  readonly minCredibility: number;
}

/** Stories by the day they began. */
export interface StoryCount {
  /** In the order of their days; `id` is the observation that began the story. */
  readonly stories: readonly { readonly on: Day; readonly id: string }[];
  /** How many began in the span, both days included. */
  readonly between: (from: Day, to: Day) => number;
}

/** What had become known by a day, and the story that each observation belongs to. */
export interface KnownStories {
  readonly current: readonly Observation[];
  readonly storyOf: StoryOf;
}

/** Leaves out what became known later, whoever passes it, and what was superseded by then. */
export function storiesKnown(observations: readonly Observation[], known: Day): KnownStories {
  const current = withoutSuperseded(observations.filter(({ knownAt }) => knownAt <= known));
  return { current, storyOf: storiesOf(current) };
}

/** The stories that a rule counts; each once, on the day of its first event that matches. */
export function countStories(
  { where, minCredibility }: CountRule,
  { current, storyOf }: KnownStories,
): StoryCount {
  const matches = compileQuery(where);
  const first = new Map<string, Begun>();
  for (const observation of current) {
    if (observation.grade.credibility > minCredibility || !matches(observation)) continue;
    const story = storyOf(observation.id);
    const begun = first.get(story);
    const one = { on: observation.validFrom, id: observation.id };
    if (begun === undefined || isBefore(one, begun)) first.set(story, one);
  }
  const stories = [...first.values()].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  return { stories, between: (from, to) => stories.filter(({ on }) => from <= on && on <= to).length };
}

/** As scenarios and questions count unless they say otherwise: what is doubtful shows nothing. */
export const USUAL_CREDIBILITY = 3;

/** A story by the day it began, and the observation that began it. */
export interface ToldStory {
  readonly on: Day;
  readonly id: string;
  readonly claim: string;
}

/** The stories that a rule counts, each with the claim it began with. */
export function tellStories(rule: CountRule, known: KnownStories): ToldStory[] {
  const claims = new Map(known.current.map(({ id, claim }) => [id, claim]));
  return countStories(rule, known).stories.map((story) => ({ ...story, claim: claims.get(story.id)! }));
}

interface Begun {
  readonly on: Day;
  readonly id: string;
}

function isBefore(a: Begun, b: Begun): boolean {
  return a.on === b.on ? a.id < b.id : a.on < b.on;
}
