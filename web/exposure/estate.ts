import type { ExposureReply } from "../../src/api/contract.ts";

export type Exposure = NonNullable<ExposureReply["exposure"]>;
export type Estate = NonNullable<Exposure["estate"]>;

/** Names by id: parts, services and suppliers of an estate share one set of ids. */
export function namesIn({ told }: Estate): (id: string) => string {
  const names = new Map(
    [...told.parts, ...told.services, ...told.suppliers].map(({ id, name }) => [id, name]),
  );
  return (id) => names.get(id) ?? id;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
