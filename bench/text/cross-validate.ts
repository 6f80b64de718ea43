import {
  fitLinearModel,
  inDomain,
  modelIn,
  priorWeight,
  probabilitiesOf,
  ROOTS,
  type EventDomain,
  type EventExample,
  type LinearModel,
} from "#science/text/index.ts";

/** An example, the sentence it is from and the kind of sentences it is one of. */
export interface RootExample extends EventExample {
  readonly sentence: string;
  readonly domain: EventDomain;
}

/** The probabilities of the roots for one example, by a model that had not seen its sentence. */
export interface HeldOut {
  readonly label: string;
  readonly p: Float64Array;
  readonly model: LinearModel;
}

const FOLDS = 10;

/** The settings the weights in the dictionary were fitted with. */
export const FIT = { epochs: 40, rate: 0.05, ridge: 0.01, leastCount: 2, prior: priorWeight } as const;

/** Fits on all examples, each in its kind. */
export const fitAll = (examples: readonly RootExample[]): LinearModel =>
  fitLinearModel(
    examples.map((one) => ({ ...one, features: inDomain(one.domain, one.features) })),
    ROOTS,
    FIT,
  );

/** Ten-fold cross-validation; examples of one sentence lie in the same fold. */
export function crossValidate(examples: readonly RootExample[]): HeldOut[] {
  const folds = examples.map(({ sentence }) => foldOf(sentence));
  const held: HeldOut[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const fitted = fitAll(examples.filter((_, row) => folds[row] !== fold));
    const models = { plover: modelIn("plover", fitted), own: modelIn("own", fitted) };
    examples.forEach(({ label, features, domain }, row) => {
      const model = models[domain];
      if (folds[row] === fold) held[row] = { label, p: probabilitiesOf(model, features), model };
    });
  }
  return held;
}

function foldOf(key: string): number {
  let hash = 7;
  for (let at = 0; at < Math.min(60, key.length); at++) hash = (hash * 31 + key.charCodeAt(at)) >>> 0;
  return hash % FOLDS;
}

/** The temperature with the least log loss: scores divided by it are as often right as they say. */
export function calibrate(held: readonly HeldOut[]): number {
  let best = { loss: Number.POSITIVE_INFINITY, temperature: 1 };
  for (let temperature = 0.5; temperature <= 4; temperature += 0.05) {
    const loss = held.reduce(
      (sum, one) => sum - Math.log(atTemperature(one.p, temperature)[ROOTS.indexOf(one.label as never)]!),
      0,
    );
    if (loss < best.loss) best = { loss, temperature };
  }
  return Math.round(best.temperature * 100) / 100;
}

/** Probabilities flattened (above 1) or sharpened (below). */
export function atTemperature(p: Float64Array, temperature: number): Float64Array {
  const raised = p.map((one) => Math.max(one, 1e-9) ** (1 / temperature));
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map((one) => one / sum);
}
