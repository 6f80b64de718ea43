import { estate, type Estate, type EstateNeed } from "#model/estate.ts";
import { InputError, type InputIssue } from "#model/input-error.ts";
import type { Watch } from "#model/watch.ts";
import { circleIssues } from "./circles.ts";
import { itemsOf, type Located, type Path } from "./located.ts";
import type { Mention } from "./mentions.ts";
import { twinIssues, unknownIssues } from "./names.ts";
import { readLocated } from "./read-located.ts";

/** Reads an operator's estate against the watch whose threats it is held against. Throws InputError with all that is wrong. */
export function readEstate(file: string, watch: Watch): Estate {
  const { value: located, issues } = readLocated(file, estate);
  const faults = located === null ? issues : estateIssues(located, watch);
  if (located === null || faults.length > 0) throw new InputError(faults);
  return located.value;
}

function estateIssues(located: Located<Estate>, { threats, actors }: Watch): InputIssue[] {
  const parts = listIn(located, "parts");
  const suppliers = listIn(located, "suppliers");
  const services = listIn(located, "services");
  const needs = [...parts, ...services].flatMap(needsOf);
  const issues = [
    ...twinIssues([...suppliers, ...parts, ...services]),
    ...unknownIssues(needs, parts, "a part of this estate"),
    ...unknownIssues(parts.flatMap(wordsOf("suppliers")), suppliers, "a supplier of this estate"),
    ...unknownIssues(suppliers.flatMap(actorOf), named(actors), "an actor of the watch"),
    ...(threats
      ? unknownIssues(
          parts.flatMap(wordsOf("safeguards")),
          named(threats.safeguards),
          "a safeguard in threats.yaml of the watch",
        )
      : []),
  ];
  return issues.length > 0 ? issues : circleIssues(parts, needsOf, "parts that need each other", "needs");
}

function listIn<K extends "parts" | "suppliers" | "services">({ value, place }: Located<Estate>, key: K) {
  return itemsOf<Estate[K][number]>({ value: value[key], place: (path) => place([key, ...path]) });
}

/** What the watch names has no place in this file. */
function named(list: readonly { readonly id: string }[]): Located<{ readonly id: string }>[] {
  return list.map((value) => ({ value, place: () => ({ file: "" }) }));
}

interface Needy {
  readonly id: string;
  readonly needs: readonly EstateNeed[];
}

function needsOf({ value, place }: Located<Needy>): Mention[] {
  return value.needs.flatMap((need, n) => {
    const said = (path: Path) => place(["needs", n, ...path]);
    if (typeof need === "string") return [{ word: need, place: said([]) }];
    const key = "any" in need ? "any" : "of";
    const ids = "any" in need ? need.any : need.of;
    return ids.map((word, i) => ({ word, place: said([key, i]) }));
  });
}

function wordsOf<K extends "suppliers" | "safeguards">(key: K) {
  return ({ value, place }: Located<{ readonly [P in K]?: readonly string[] | undefined }>): Mention[] =>
    (value[key] ?? []).map((word, i) => ({ word, place: place([key, i]) }));
}

function actorOf({ value: { actor }, place }: Located<Estate["suppliers"][number]>): Mention[] {
  return actor === undefined ? [] : [{ word: actor, place: place(["actor"]) }];
}
