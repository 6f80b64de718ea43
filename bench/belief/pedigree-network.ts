import type { BeliefNetwork, VariableDefinition } from "#science/belief/networks/index.ts";
import { defineNetwork } from "#science/belief/networks/index.ts";
import { randomStream } from "#science/numbers/index.ts";

/** A child's parents are among so many people before it. */
const NEAR = 4;

/**
 * A network of LINK's kind (Jensen & Kong 1999): genes of a looped pedigree at linked loci. Each person has two
 * alleles a locus; a child takes one of each parent's by a selector, and selectors of neighbouring loci agree but for
 * recombination; what is observed is the unordered pair.
 */
export function pedigreeNetwork(people: number, loci: number, seed: number): BeliefNetwork {
  const random = randomStream(`pedigree ${seed}`);
  const definitions: VariableDefinition[] = [];
  const add = (name: string, states: string[], parents: string[], rows: number[][]) =>
    definitions.push({ name, states, parents, rows });
  const founders = Math.ceil(people / 4);
  const parentsOf = Array.from({ length: people }, (_, person) => {
    if (person < founders) return [];
    const near = Array.from({ length: Math.min(person, NEAR) }, (__, i) => person - 1 - i);
    return [0, 1].map(() => near.splice(Math.floor(random() * near.length), 1)[0]!);
  });
  const sides = ["father", "mother"];
  for (let locus = 0; locus < loci; locus++) {
    parentsOf.forEach((parents, person) => {
      const name = (of: number, what: string) => `${what} ${of} ${locus}`;
      sides.forEach((side, s) => {
        if (parents.length === 0) return add(name(person, side), ["a", "b"], [], [[0.3, 0.7]]);
        const selector = `${side} selector ${person}`;
        const above = locus === 0 ? [] : [`${selector} ${locus - 1}`];
        const agreeing = [
          [0.9, 0.1],
          [0.1, 0.9],
        ];
        add(`${selector} ${locus}`, sides, above, locus === 0 ? [[0.5, 0.5]] : agreeing);
        const inherited = [0, 1].flatMap((chosen) =>
          [0, 1].flatMap((f) => [0, 1].map((m) => ((chosen === 0 ? f : m) === 0 ? [1, 0] : [0, 1]))),
        );
        const from = [`${selector} ${locus}`, ...sides.map((each) => name(parents[s]!, each))];
        add(name(person, side), ["a", "b"], from, inherited);
      });
      const pairs = [
        [0.98, 0.01, 0.01],
        [0.01, 0.98, 0.01],
        [0.01, 0.98, 0.01],
        [0.01, 0.01, 0.98],
      ];
      add(
        name(person, "seen"),
        ["aa", "ab", "bb"],
        sides.map((side) => name(person, side)),
        pairs,
      );
    });
  }
  return defineNetwork(`pedigree ${seed}`, definitions);
}
