import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** What the schema wanted in the place of a wrong value, as a phrase that begins with "expected". */
export function rightOf(issue: Issue): string {
  const said = issue.message.match(/^expected .*/)?.[0];
  return said ?? `expected ${wanted(issue)}`;
}

function wanted(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return NOUNS[issue.expected] ?? issue.expected;
    case "invalid_value":
      return choice(issue.values.map(String));
    case "invalid_union":
      return "options" in issue ? choice(issue.options as string[]) : alternatives(issue.errors);
    case "too_small":
      return bounded(issue.origin, issue.inclusive ? "of at least" : "above", Number(issue.minimum));
    case "too_big":
      return bounded(issue.origin, issue.inclusive ? "of at most" : "below", Number(issue.maximum));
    case "invalid_format":
      return `text that matches ${issue.pattern}`;
    default:
      return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  }
}

const NOUNS: Partial<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "a mapping",
  record: "a mapping",
};

function choice(words: readonly string[]): string {
  return words.length === 1 ? words[0]! : `one of ${words.join(", ")}`;
}

function alternatives(branches: readonly (readonly Issue[])[]): string {
  return branches.map(([first]) => (first ? wanted(first) : "")).join(" or ");
}

function bounded(origin: string, how: string, bound: number): string {
  if (origin === "string") return bound === 1 ? "some text" : `a text ${how} ${bound} characters`;
  if (origin === "array") return `a list ${how} ${bound} ${bound === 1 ? "item" : "items"}`;
  return `a number ${how} ${bound}`;
}

/** A value as an error shows it: as JSON, and short. */
export function shown(value: unknown): string {
  if (value === null || value === undefined || value === "") return "empty";
  const text = typeof value === "number" ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
