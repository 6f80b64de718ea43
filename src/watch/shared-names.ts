import type { InputIssue } from "#model/input-error.ts";
import type { Source } from "#model/source.ts";
import type { Located } from "./located.ts";

/** Names by which a source is also known that are another's: a citation could mean either. */
export function sharedNameIssues(sources: readonly Located<Source>[]): InputIssue[] {
  const owners = new Map(sources.toReversed().map((source) => [source.value.name, source]));
  return sources.flatMap((source) =>
    (source.value.knownAs ?? []).flatMap((name) => {
      const owner = owners.get(name);
      if (owner === undefined) owners.set(name, source);
      if (owner === undefined || owner === source) return [];
      const { file, line } = owner.place(["name"]);
      const wrong = `known_as holds "${name}", the name of ${owner.value.id} at ${file}:${line}`;
      return [{ ...source.place(["knownAs"]), wrong, right: "expected a name of its own" }];
    }),
  );
}
