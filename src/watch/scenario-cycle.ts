import type { InputIssue } from "#model/input-error.ts";
import type { Scenario } from "#model/scenario.ts";
import type { Located } from "./located.ts";
import { parentsOf } from "./mentions.ts";

/** Gates and influences must lead one way: the first circle among them, at the gate that closes it. */
export function cycleIssues(scenarios: readonly Located<Scenario>[]): InputIssue[] {
  const byId = new Map(scenarios.map((scenario) => [scenario.value.id, scenario]));
  const done = new Set<string>();
  const issueFrom = (id: string, trail: readonly string[]): InputIssue | null => {
    const scenario = byId.get(id);
    if (!scenario || done.has(id)) return null;
    for (const { word, place } of parentsOf(scenario)) {
      const circle = [...trail, id, word].slice([...trail, id].indexOf(word));
      const closes = [...trail, id].includes(word);
      const issue = closes ? { ...place, ...wrongWay(circle) } : issueFrom(word, [...trail, id]);
      if (issue) return issue;
    }
    done.add(id);
    return null;
  };
  for (const id of byId.keys()) {
    const issue = issueFrom(id, []);
    if (issue) return [issue];
  }
  return [];
}

function wrongWay(circle: readonly string[]) {
  return {
    wrong: `scenarios that depend on each other in a circle: ${circle.join(" → ")}`,
    right: "expected gates and influences that lead one way",
  };
}
