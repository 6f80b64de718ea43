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
