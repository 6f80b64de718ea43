import type { InputIssue } from "#model/input-error.ts";
import type { Observation } from "#model/observation.ts";
import { compileQuery } from "#model/query.ts";
import type { WatchHead } from "#model/watch.ts";
import { nearest } from "#science/text/tables/index.ts";
import type { Located, Path } from "./located.ts";

/** Fields that the law of a watch reads and no row of its law has; nothing where the record has no such row. */
export function checkLaw(
  { value: { law }, place }: Located<WatchHead>,
  observations: readonly Observation[],
): InputIssue[] {
  if (law === undefined) return [];
  const rows = observations.filter(compileQuery(law.where));
  if (rows.length === 0) return [];
  const attributes = new Set(rows.flatMap((row) => Object.keys(row.attributes)));
  const measures = new Set(rows.flatMap((row) => Object.keys(row.measures)));
  const { where: _where, told, ...counts } = law.votes ?? {};
  const missing = (path: Path, name: string | undefined, among: ReadonlySet<string>, mark = "") => {
    if (name === undefined || among.has(name)) return [];
    const typo = nearest(name, among);
    const right = `expected a column of the record${typo === null ? "" : `, perhaps "${mark}${typo}"`}`;
    return [{ ...place(["law", ...path]), wrong: `no row of the law has "${mark}${name}"`, right }];
  };
  return [
    ...Object.entries(law.fields).flatMap(([key, name]) => missing(["fields", key], name, attributes)),
    ...Object.entries(counts).flatMap(([key, name]) => missing(["votes", key], name, measures, "#")),
    ...missing(["votes", "told"], told, attributes),
  ];
}
