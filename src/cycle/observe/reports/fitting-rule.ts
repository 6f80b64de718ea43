import type { ReportRule } from "#model/report-rule.ts";
import type { CodedEvent, Party } from "#science/text/index.ts";

type Condition = (event: CodedEvent) => boolean;

/** The first rule that an event fits; undefined where it concerns none of them. */
export function ruleReader(rules: readonly ReportRule[]): (event: CodedEvent) => ReportRule | undefined {
  const compiled = rules.map((rule) => ({ rule, holds: conditionsOf(rule) }));
  return (event) => compiled.find(({ holds }) => holds.every((condition) => condition(event)))?.rule;
}

function conditionsOf({ when: { root, context, source, target, between } }: ReportRule): Condition[] {
  return [
    oneOf(root, (event) => [event.root]),
    oneOf(context, (event) => event.contexts),
    oneOf(source, (event) => namesOf(event.source)),
    oneOf(target, (event) => namesOf(event.target)),
    between && eitherWay(between.map((side) => [side].flat()) as [string[], string[]]),
  ].filter((condition) => condition !== undefined);
}

function oneOf(
  wanted: string | readonly string[] | undefined,
  read: (event: CodedEvent) => readonly string[],
): Condition | undefined {
  if (wanted === undefined) return undefined;
  const values = new Set([wanted].flat());
  return (event) => read(event).some((value) => values.has(value));
}

function eitherWay([some, others]: [readonly string[], readonly string[]]): Condition {
  const isOf = (party: Party, side: readonly string[]) => namesOf(party).some((name) => side.includes(name));
  return ({ source, target }) =>
    (isOf(source, some) && isOf(target, others)) || (isOf(source, others) && isOf(target, some));
}

const namesOf = ({ country, id }: Party) => [country, id].filter((name) => name !== null);
