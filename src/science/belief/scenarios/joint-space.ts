/** Thrown when a watch asks for more joint states than can be filtered exactly. */
export class TooManyStates extends RangeError {
  override readonly name = "TooManyStates";
}

/** Largest joint space that is filtered exactly: 3⁹ states, nine scenarios. */
export const MAX_JOINT_STATES = 20_000;

/** Number of joint states of so many three-state scenarios; refuses what is too big before allocating it. */
export function jointStates(scenarios: number): number {
  const states = 3 ** scenarios;
  if (scenarios < 1 || states > MAX_JOINT_STATES) {
    throw new TooManyStates(
      `${scenarios} scenarios make ${states} joint states; between 1 and 9 scenarios can be filtered exactly`,
    );
  }
  return states;
}

/** Looked up, for `**` is slow and every step asks for them. */
const STRIDES = Array.from({ length: 10 }, (_, scenario) => 3 ** scenario);

/** Distance in a joint vector between neighbouring states of a scenario. */
export function strideOf(scenario: number): number {
  return STRIDES[scenario]!;
}

/** State of one scenario in a joint state. */
export function stateIn(joint: number, scenario: number): 0 | 1 | 2 {
  return (Math.floor(joint / strideOf(scenario)) % 3) as 0 | 1 | 2;
}

/** Marginal of one scenario in a distribution over joint states. */
export function marginalOf(joint: Float64Array, scenario: number): [number, number, number] {
  const stride = strideOf(scenario);
  const sums: [number, number, number] = [0, 0, 0];
  for (let base = 0; base < joint.length; base += stride * 3) {
    for (let x = base; x < base + stride; x++) {
      sums[0] += joint[x]!;
      sums[1] += joint[x + stride]!;
      sums[2] += joint[x + 2 * stride]!;
    }
  }
  return sums;
}
