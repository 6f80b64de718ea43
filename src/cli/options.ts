import { isDay, type Day } from "#model/day.ts";
import { type Ceiling, CEILINGS, ceilingNamed } from "#model/release.ts";
import { WrongUse } from "./failure.ts";

/** Options that several verbs share. */
export const JSON_OUT = { json: { summary: "answer JSON instead of a table" } } as const;
export const WATCH = { watch: { takes: "DIR", summary: "the watch (watches/ilrs unless given)" } } as const;
export const ESTATE = {
  estate: {
    takes: "FILE",
    summary: "what an operator runs and depends on (none unless given); kept nowhere",
  },
} as const;
export const CLIENTS = {
  clients: {
    takes: "FILE",
    summary: "who is told of what changed without asking (nobody, or TOCSIN_CLIENTS, unless given)",
  },
} as const;
export const AS_OF = {
  "as-of": { takes: "DATE", summary: "what was known by that day (today unless given)" },
} as const;
export const PORT = {
  port: { takes: "N", summary: "the port (4180, or the next free one, unless given)" },
} as const;

export const COLLECT_EVERY = {
  "collect-every": {
    takes: "MIN",
    summary: "while serving, ask the sources that are switched on every so many minutes (never unless given)",
  },
} as const;

export const RELEASE = {
  release: {
    takes: "TLP",
    summary: `the strictest marking that may leave: ${CEILINGS.map((name) => name.slice(4)).join(", ")} (CLEAR, or TOCSIN_RELEASE, unless given)`,
  },
} as const;

/** The ceiling that was named; WrongUse when it is none, as TLP:RED is. */
export function ceilingIn(name: string, text: string): Ceiling {
  const ceiling = ceilingNamed(text);
  if (ceiling !== null) return ceiling;
  throw new WrongUse(`${name} is "${text}"; one of ${CEILINGS.join(", ")} would be right`);
}

/** The option's day; WrongUse when it is none. */
export function dayIn(name: string, text: string): Day {
  if (isDay(text) && text < "2100") return text;
  throw new WrongUse(`--${name} is "${text}"; a calendar day such as 2026-11-23 would be right`);
}

/** The option's port, absent when none was given; WrongUse when it is none. */
export function portIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new WrongUse(`--port is "${text}"; a whole number from 0 to 65535 would be right`);
}

/** The option's value, one of those; WrongUse when it is another. */
export function oneOf<const T extends string>(name: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((value) => value === text);
  if (found !== undefined) return found;
  throw new WrongUse(`--${name} is "${text}"; one of ${allowed.join(", ")} would be right`);
}

/** The option's moment, UTC in milliseconds since 1970: a day is its first moment; WrongUse when it is none. */
export function momentIn(name: string, text: string): number {
  const [day = "", time = "00:00"] = text.replace(/Z$/, "").split("T");
  const moment = isDay(day) ? Date.parse(`${day}T${time}Z`) : NaN;
  if (!Number.isNaN(moment)) return moment;
  throw new WrongUse(
    `--${name} is "${text}"; a day or a UTC moment such as 2026-11-23T06:30:00Z would be right`,
  );
}

/** The option's number within bounds, both included; WrongUse when it is none. */
export function numberIn(
  name: string,
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const number = Number(text);
  if (text.trim() !== "" && number >= least && number <= most) return number;
  throw new WrongUse(`--${name} is "${text}"; a number from ${least} to ${most} would be right`);
}
