import type { HawkesModel } from "./fit.ts";
import type { Held } from "./held.ts";

/** One number of a model with a constant baseline, and how to hold a fit at a value of it. */
export interface Parameter {
  readonly kind: "mu" | "a" | "theta";
  /** The type acted on, and the one that acts. */
  readonly to: number;
  readonly from: number;
  readonly of: (model: HawkesModel) => number;
  readonly hold: (value: number) => Held;
}

/** The parameters of a model of so many types: the rates, the excitations row by row, the decay. */
export function parametersOf(typeCount: number, baseColumns: number): Parameter[] {
  const types = Array.from({ length: typeCount }, (_, i) => i);
  const hold = (type: number, column: number) => (value: number) => ({
    coefficients: [{ type, column, value }],
  });
  const rates = types.map((i): Parameter => ({
    kind: "mu",
    to: i,
    from: i,
    of: ({ mu }) => mu[i]![0]!,
    hold: hold(i, 0),
  }));
  const excitations = types.flatMap((i) =>
    types.map((j): Parameter => ({
      kind: "a",
      to: i,
      from: j,
      of: ({ a }) => a[i]![j]!,
      hold: hold(i, baseColumns + j),
    })),
  );
  const decay: Parameter = {
    kind: "theta",
    to: 0,
    from: 0,
    of: ({ theta }) => theta,
    hold: (theta) => ({ theta }),
  };
  return [...(baseColumns === 1 ? rates : []), ...excitations, decay];
}
