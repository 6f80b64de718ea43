import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "#model/actor.ts";
import type { Observation } from "#model/observation.ts";
import { claimsOfRecord } from "./claims-of-record.ts";
import { credibilityOf, type ClaimEvidence } from "./credibility.ts";
import { interestOf, sayingAsEvidence } from "./interested-party.ts";
import { sourceLedger, type SourceClaim } from "./source-ledger.ts";

const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
const claim = (n: number, was?: "confirmed" | "refuted", source = "Gazette"): SourceClaim => ({
  source,
  id: `c${n}`,
  madeOn: day(n),
  ...(was && { outcome: { was, knownOn: day(n + 30), by: "other" } }),
});
const many = (count: number, was: "confirmed" | "refuted", from = 0) =>
  Array.from({ length: count }, (_, i) => claim(from + i, was));

describe("the source ledger", () => {
  test("says F of a source without a registered letter until ten of its claims were decided", () => {
    const letter = (claims: readonly SourceClaim[]) => sourceLedger(claims, day(999)).get("Gazette")!.letter;
    expect(letter(many(9, "confirmed"))).toBe("F");
    expect(letter(many(10, "confirmed"))).toBe("B");
    expect(letter(many(60, "confirmed"))).toBe("A");
  });

  test("starts from the registered letter with its reason, and learns away from it", () => {
    const registered = new Map([["Gazette", { letter: "B" as const, reason: "edited, signed" }]]);
    const at = (claims: readonly SourceClaim[]) => sourceLedger(claims, day(999), registered).get("Gazette")!;
    expect(at([])).toMatchObject({
      letter: "B",
      reason: "registered B: edited, signed; since then 0 confirmed, 0 refuted",
    });
    expect(at(many(2, "refuted")).letter).toBe("C");
    expect(at(many(40, "confirmed")).letter).toBe("A");
    expect(at(many(20, "refuted")).letter).toBe("E");
  });

  test("knows on a day neither the claims nor the outcomes nor the letters of later days", () => {
    const registered = new Map([["Gazette", { letter: "B" as const, reason: "edited", since: day(20) }]]);
    const ledger = sourceLedger([claim(0, "refuted"), claim(50, "confirmed")], day(10), registered);
    expect(ledger.get("Gazette")).toMatchObject({ letter: "F", confirmed: 0, refuted: 0, open: 1 });
  });

  const claims = fc.array(
    fc.record({
      n: fc.nat(200),
      was: fc.constantFrom("confirmed" as const, "refuted" as const, undefined),
      source: fc.constantFrom("a", "b"),
    }),
    { maxLength: 60 },
  );
  test("answers the same whatever is added that became known later", () => {
    fc.assert(
      fc.property(claims, fc.nat(200), (rows, n) => {
        const all = rows.map((row) => claim(row.n, row.was, row.source));
        const then = all
          .filter(({ madeOn }) => madeOn <= day(n))
          .map(({ outcome, ...rest }) =>
            outcome && outcome.knownOn <= day(n) ? { ...rest, outcome } : rest,
          );
        expect(sourceLedger(all, day(n))).toEqual(sourceLedger(then, day(n)));
      }),
    );
  });

  test("never thinks worse of a source for one more confirmation, nor better for one more refutation", () => {
    const registered = new Map([["Gazette", { letter: "C" as const, reason: "r" }]]);
    const letter = (c: number, r: number) =>
      sourceLedger([...many(c, "confirmed"), ...many(r, "refuted", 300)], day(9999), registered).get(
        "Gazette",
      )!.letter;
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (c, r) => {
        expect(letter(c + 1, r) <= letter(c, r) && letter(c, r + 1) >= letter(c, r)).toBe(true);
      }),
    );
  });
});

const evidence = (rest: Partial<ClaimEvidence> = {}): ClaimEvidence => ({
  independent: 1,
  interested: 0,
  contradicting: 0,
  isFirstHand: false,
  consistency: "unrelated",
  ...rest,
});

describe("the number of a claim", () => {
  test.each([
    ["two independent components", { independent: 2 }, 1],
    ["one that rests on the thing itself", { isFirstHand: true }, 1],
    ["one, in line with what was established", { consistency: "agrees" }, 2],
    ["one alone", {}, 3],
    ["only an interested party", { independent: 0, interested: 3 }, 3],
    ["one for and one against", { contradicting: 1 }, 4],
    ["one for and two against", { contradicting: 2 }, 5],
    ["one that conflicts with what was established", { consistency: "conflicts" }, 5],
    ["nobody", { independent: 0 }, 6],
  ] as const)("%s", (_what, given, number) => {
    expect(credibilityOf(evidence(given)).number).toBe(number);
  });

  test("improves with confirmation and worsens with contradiction, or stays", () => {
    const any = fc.record({
      independent: fc.nat(6),
      interested: fc.nat(3),
      contradicting: fc.nat(6),
      isFirstHand: fc.boolean(),
      consistency: fc.constantFrom("agrees" as const, "unrelated" as const, "conflicts" as const),
    });
    fc.assert(
      fc.property(any, (given) => {
        const { number } = credibilityOf(given);
        const more = (rest: Partial<ClaimEvidence>) => credibilityOf({ ...given, ...rest }).number;
        if (number === 6) return;
        expect(more({ independent: given.independent + 1 })).toBeLessThanOrEqual(number);
        expect(more({ contradicting: given.contradicting + 1 })).toBeGreaterThanOrEqual(number);
        expect(more({ isFirstHand: true })).toBeLessThanOrEqual(number);
        expect(more({ interested: given.interested + 1 })).toBe(
          given.independent + given.interested > 0 ? number : more({ interested: given.interested + 1 }),
        );
      }),
    );
  });

  test("a count that is none is the caller's fault", () => {
    expect(() => credibilityOf(evidence({ independent: 1.5 }))).toThrow(/independent is 1.5/);
  });
});

const actors = [
  { id: "CNSA", country: "CHN" },
  { id: "NASA", country: "USA" },
] as Actor[];
const observation = (rest: Partial<Observation>): Observation =>
  ({ id: "o", actors: [], attributes: {}, links: [], knownAt: day(0), ...rest }) as Observation;

describe("an interested party", () => {
  const xinhua = { country: "CHN", kind: "press", stateControlled: true };
  const about = (id: string) => observation({ actors: [{ id, role: "actor" }] });
  test("is state media on its own state's project, and not on another's", () => {
    expect(interestOf(xinhua, about("CNSA"), actors)?.because).toMatch(/controlled by the state.*CNSA/);
    expect(interestOf(xinhua, about("NASA"), actors)).toBeNull();
  });
  test("is a party to the topic, even where its state is not named", () => {
    const parties = (topic: string) => (topic === "ILRS" ? ["CHN", "RUS"] : []);
    const told = { ...about("NASA"), attributes: { framework: "ILRS" } };
    expect(interestOf(xinhua, told, actors, parties)).toMatchObject({ country: "CHN" });
    expect(interestOf({ ...xinhua, country: "IND" }, told, actors, parties)).toBeNull();
  });
  test("is not a private paper of the same country", () => {
    expect(interestOf({ ...xinhua, stateControlled: false }, about("CNSA"), actors)).toBeNull();
  });
  test("proves by an official saying that it was said, not that it is so", () => {
    const official = { country: "CHN", kind: "official", stateControlled: true };
    expect(sayingAsEvidence(official, "CHN")).toEqual({
      ofStatement: "primary",
      ofFact: "claim of an interested party",
    });
    expect(sayingAsEvidence({ country: "USA", kind: "press", stateControlled: false }, "CHN")).toEqual({
      ofStatement: "second hand",
      ofFact: "claim",
    });
  });
});

describe("the record decides claims", () => {
  const told = (id: string, name: string, n: number, credibility = 2, links: Observation["links"] = []) =>
    observation({
      id,
      knownAt: day(n),
      links,
      grade: { reliability: "C", credibility },
      source: { name, url: "", urlKind: "exact" },
    });
  test("by another source's report of the same story, and not by a copy or by itself", () => {
    const claims = claimsOfRecord([
      told("a", "One", 0),
      told("b", "Two", 5, 2, [{ relation: "same-story", to: "a" }]),
      told("c", "One", 0),
      told("d", "Three", 2, 2, [{ relation: "same-copy", to: "c" }]),
      told("e", "One", 3, 2, [{ relation: "same-story", to: "c" }]),
    ]);
    expect(claims.map(({ id, outcome }) => [id, outcome?.by, outcome?.knownOn])).toEqual([
      ["a", "b", day(5)],
      ["b", "a", day(5)],
      ["c", undefined, undefined],
      ["d", undefined, undefined],
      ["e", undefined, undefined],
    ]);
  });
  test("against the one with the worse number, where another source contradicts it", () => {
    const claims = claimsOfRecord([
      told("a", "One", 0, 3),
      told("b", "Two", 9, 1, [{ relation: "contradicts", to: "a" }]),
    ]);
    expect(claims.map(({ outcome }) => outcome)).toEqual([
      { was: "refuted", by: "b", knownOn: day(9) },
      undefined,
    ]);
  });
});
