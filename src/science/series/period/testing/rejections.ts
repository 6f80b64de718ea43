import type { Random } from "#science/numbers/index.ts";
import { LEVEL, type NullModel } from "../null-model.ts";
import type { Trial } from "../period-answer.ts";

/** Whether a null's p is at most 0.05: the p of the null that is true, and every p, which is the worst. */
export interface Rejections {
  readonly own: boolean;
  readonly every: boolean;
}

/** The answers of `testAgainst` at the level, for thousands of trials: nothing is drawn that can no longer change them. */
export function rejectionsOf<Data>(
  { nulls, data }: Pick<Trial<Data>, "nulls" | "data">,
  truth: string,
  random: Random,
  draws: number,
): Rejections {
  const isRejected = (model: NullModel<Data>) => rejects(model, data, random, draws);
  const own = isRejected(nulls.find(({ name }) => name === truth)!);
  return { own, every: own && nulls.filter(({ name }) => name !== truth).every(isRejected) };
}

/** Whether the share of draws that peak as high stays at most the level to the last. Besag & Clifford 1991. */
export function rejects<Data>(model: NullModel<Data>, data: Data, random: Random, draws: number): boolean {
  const fit = model.fit(data);
  const { height } = fit.peak();
  let reached = 0;
  for (let draw = 0; draw < draws; draw++) {
    if (model.fit(fit.draw(random)).peak().height >= height) reached++;
    if ((1 + reached) / (1 + draws) > LEVEL) return false;
  }
  return true;
}
