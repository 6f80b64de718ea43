import fc from "fast-check";
import { expect, test } from "vitest";
import { type Observation, RELATIONS } from "#model/observation.ts";
import { speakerFinder, type Source } from "#model/source.ts";
import { speakerOf } from "#model/speaker.ts";
import { observation } from "#store/testing/samples.ts";
import { storyTree } from "./story-tree.ts";

type Links = Observation["links"];

const told = (id: string, day: number, links: Links = [], source = id): Observation => ({
  ...observation(id),
  ...{ knownAt: `2026-11-${String(day).padStart(2, "0")}`, links },
  source: { name: source, url: "", urlKind: "exact" },
});
const link = (relation: Links[number]["relation"], to: string, because?: string): Links[number] => ({
  ...{ relation, to },
  ...(because !== undefined && { because }),
});
const interestOf = () => null;
const plainly = { interestOf, speakerOf };

const CATALOGUED: Source = {
  ...{ id: "", name: "", url: "", feedUrl: "", format: "RSS", language: "en", country: "GBR", kind: "press" },
  ...{ stateControlled: false, reliability: "A", licence: "", liveness: "", urlKind: "exact" },
};

const STORY = [
  told("first", 1),
  told("copy", 2, [link("same-copy", "first", "contained 0.93")]),
  told("retold", 3, [link("same-story", "first")]),
  told("credits", 4, [link("same-origin", "retold", "credit TASS"), link("same-story", "first")]),
  told("again", 5, [link("same-story", "retold")], "first"),
  told("denial", 6, [link("contradicts", "copy")]),
  told("elsewhere", 6),
];

test("copies and origins fold under the first seen, what is left is counted, and each join says why", () => {
  const tree = storyTree(STORY, "credits", plainly);
  expect(
    tree.components.map((component) =>
      component.map(({ observation: { id }, under, because }) => [id, under, because]),
    ),
  ).toEqual([
    [
      ["first", null, ""],
      ["copy", "first", "contained 0.93"],
      ["again", "first", "source first"],
    ],
    [
      ["retold", null, ""],
      ["credits", "retold", "credit TASS"],
    ],
  ]);
  expect(tree).toMatchObject({ here: "credits", confirming: 2, contradicting: 1 });
  expect(tree.against).toMatchObject([{ observation: { id: "denial" }, contradicts: "copy" }]);
});

test("one agency's report in two outlets is one component, an outlet's own beside it another", () => {
  const known = [
    told("carried", 1, [], "Reuters via CNA"),
    told("cited", 2, [link("same-story", "carried")], "TVN24 citing Reuters"),
    told("own", 3, [link("same-story", "carried")], "CNA"),
  ];
  const tree = storyTree(known, "carried", plainly);
  expect(tree.components.map((component) => component.map(({ observation: { id } }) => id))).toEqual([
    ["carried", "cited"],
    ["own"],
  ]);
  expect(tree.components[0]?.[1]?.because).toBe("source Reuters");
});

test("two names of one catalogued source are one source, and confirm nothing to each other", () => {
  const bbc = { ...CATALOGUED, id: "SRC-024", name: "BBC World", knownAs: ["BBC"] };
  const known = [
    told("cited", 1, [], "BBC"),
    told("read", 2, [link("same-story", "cited")], "BBC World"),
    told("carried", 3, [link("same-story", "cited")], "BBC via CNA"),
    told("own", 4, [link("same-story", "cited")], "CNA"),
  ];
  const { components, confirming } = storyTree(known, "cited", {
    interestOf,
    speakerOf: speakerFinder([bbc]),
  });
  expect(components.map((component) => component.map(({ observation: { id } }) => id))).toEqual([
    ["cited", "read", "carried"],
    ["own"],
  ]);
  expect(components[0]?.[1]?.because).toBe("source BBC World");
  expect(confirming).toBe(2);
});

test("a component whose first teller has a stake in the matter does not confirm", () => {
  const tree = storyTree(STORY, "first", {
    ...plainly,
    interestOf: ({ id }) => (id === "retold" ? "a voice of the state" : null),
  });
  expect(tree.confirming).toBe(1);
  expect(tree.components[1]?.[0]?.interest).toBe("a voice of the state");
});

test("what was superseded stands aside, and its links are those of what took its place", () => {
  const known = [...STORY, told("entered", 7, [link("supersedes", "copy")])];
  const tree = storyTree(known, "copy", plainly);
  expect(tree.here).toBe("entered");
  expect(tree.components[0]!.map(({ observation: { id } }) => id)).toEqual(["first", "entered", "again"]);
  expect(tree.versions.map(({ id }) => id)).toEqual(["entered"]);
  expect(tree.against).toMatchObject([{ contradicts: "entered" }]);
});

test("whatever the links, every member stands in one place, under one of its own component seen before it or joined by it", () => {
  const links = fc.array(fc.record({ relation: fc.constantFrom(...RELATIONS), to: fc.nat(7).map(String) }), {
    maxLength: 3,
  });
  const stories = fc.array(fc.tuple(fc.integer({ min: 1, max: 28 }), links), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(stories, (rows) => {
      const known = rows.map(([day, linked], i) => told(String(i), day, linked));
      const { here, components } = storyTree(known, "0", plainly);
      const ids = components.flat().map(({ observation: { id } }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      if (ids.length > 0) expect(ids).toContain(here);
      for (const component of components) {
        const own = component.map(({ observation: { id } }) => id);
        component.forEach(({ under }, i) => expect(i === 0 ? [null] : own.slice(0, i)).toContain(under));
      }
    }),
  );
});
