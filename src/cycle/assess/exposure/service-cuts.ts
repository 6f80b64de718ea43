import type { Estate } from "#model/estate.ts";
import { minimalCuts, type Cut, type Structure } from "#science/exposure/index.ts";

/** Parts whose loss together stops a service, and what they have in common besides. */
export interface ServiceCut {
  readonly parts: Cut;
  /** Suppliers, and countries, of every one of the parts; nothing for a single part. */
  readonly suppliers: readonly string[];
  readonly countries: readonly string[];
}

export interface ServiceExposure {
  readonly id: string;
  readonly name: string;
  /** Losses of one or two parts that stop it, the single ones first. */
  readonly cuts: readonly ServiceCut[];
}

/** A third loss at the same time is left to the reader: lists of triples hide the pairs. */
const ORDER = 2;

/** What stops each service, and where the spare part is none because both hang on one supplier or stand in one country. */
export function serviceCuts(estate: Estate, structure: Structure): ServiceExposure[] {
  const parts = new Map(estate.parts.map((part) => [part.id, part]));
  const cuts = minimalCuts(structure, ORDER, (id) => parts.has(id));
  const inCommon = (cut: Cut, of: (id: string) => readonly string[]): string[] => {
    const [first, ...others] = cut.map(of);
    return others.length === 0 ? [] : first!.filter((one) => others.every((other) => other.includes(one)));
  };
  return estate.services.map(({ id, name }) => ({
    id,
    name,
    cuts: cuts.get(id)!.map((cut) => ({
      parts: cut,
      suppliers: inCommon(cut, (part) => parts.get(part)!.suppliers),
      countries: inCommon(cut, (part) => [parts.get(part)!.country ?? []].flat()),
    })),
  }));
}
