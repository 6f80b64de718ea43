import fc from "fast-check";
import { expect, test } from "vitest";
import type { Observation } from "./observation.ts";
import { readOrTied, storiesOf } from "./story.ts";

const RELATIONS = ["same-copy", "same-origin", "same-story", "supersedes", "contradicts"] as const;

const record = fc
  .array(fc.array(fc.record({ relation: fc.constantFrom(...RELATIONS), to: fc.nat(29) }), { maxLength: 2 }), {
    maxLength: 30,
  })
  .map((all) =>
    all.map(
      (links, n) =>
        ({
          id: `O-${n}`,
          links: links.map(({ relation, to }) => ({ relation, to: `O-${to}` })),
        }) as unknown as Observation,
    ),
  );

test("a story goes by the smallest id among all that same-copy, same-origin and same-story join", () => {
  fc.assert(
    fc.property(record, (all) => {
      const ids = new Set(all.map(({ id }) => id));
      const told = all.flatMap(({ id, links }) =>
        links.filter(({ relation }) => relation.startsWith("same-")).map(({ to }) => [id, to] as const),
      );
      const joined = told.filter(([, to]) => ids.has(to));
      const storyOf = storiesOf(all);
      for (const { id } of all) {
        const reached = new Set([id]);
        for (const one of reached)
          for (const [a, b] of joined) if (a === one || b === one) reached.add(a).add(b);
        expect(storyOf(id)).toBe([...reached].sort()[0]);
      }
    }),
  );
});

test("what is read keeps its story when all that is neither read nor tied to it is left out", () => {
  fc.assert(
    fc.property(record, fc.array(fc.nat(29)), (all, read) => {
      const isRead = ({ id }: Observation) => read.some((n) => id === `O-${n}`);
      const kept = readOrTied(isRead, all);
      const [storyOf, storyOfAll] = [storiesOf(kept), storiesOf(all)];
      for (const { id } of all.filter(isRead)) expect(storyOf(id)).toBe(storyOfAll(id));
    }),
  );
});

test("what stands alone and is not read is left out", () => {
  const one = (id: string, ...to: string[]) =>
    ({ id, links: to.map((other) => ({ relation: "same-story", to: other })) }) as unknown as Observation;
  const all = [
    one("read"),
    one("copy", "read"),
    one("copy of it", "copy"),
    one("other"),
    one("its copy", "other"),
  ];
  expect(readOrTied(({ id }) => id === "read", all).map(({ id }) => id)).toEqual([
    "read",
    "copy",
    "copy of it",
  ]);
});
