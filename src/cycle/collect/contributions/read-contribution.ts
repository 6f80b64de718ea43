import { contribution, type Contribution } from "#model/contribution.ts";
import type { Day } from "#model/day.ts";
import { plainText } from "#science/text/index.ts";

/** What a contribution must agree with. */
export interface IntakeContext {
  /** Ids of the watch's actors. */
  readonly actors: ReadonlySet<string>;
  readonly today: Day;
}

/**
 * A contribution as it is kept: plain text without markup, and without characters that steer a terminal or turn the
 * reading direction. Answers one line where something is wrong: where, what, and what would be right.
 */
export function readContribution(given: unknown, { actors, today }: IntakeContext): Contribution | string {
  const parsed = contribution.safeParse(given);
  if (!parsed.success) return faultOf(parsed.error.issues[0]!);
  const cleaned = contribution.safeParse(asPlainText(parsed.data));
  if (!cleaned.success) return faultOf(cleaned.error.issues[0]!);
  const stranger = cleaned.data.actors?.find((id) => !actors.has(id));
  if (stranger !== undefined) {
    return `actors: "${stranger}" is no actor of this watch; name one of actors.csv instead`;
  }
  if (cleaned.data.on !== undefined && cleaned.data.on > today)
    return `on: ${cleaned.data.on} is still to come; a day up to ${today} would be right`;
  return cleaned.data;
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function faultOf({ path, message }: Issue): string {
  return `${path.map(String).join(".") || "contribution"}: ${message}`;
}

function asPlainText({ contributor, title, text, place, ...rest }: Contribution): Contribution {
  return {
    ...{ contributor: oneLine(contributor), title: oneLine(title), text: readable(text) },
    ...rest,
    ...(place && { place: { ...place, name: oneLine(place.name) } }),
  };
}

function oneLine(text: string): string {
  return readable(text).replace(/\s+/g, " ");
}

function readable(text: string): string {
  return plainText(text).replace(/[\u202A-\u202E\u2066-\u2069]|(?!\n)\p{Cc}/gu, "");
}
