/** Why an object has no position at a time; the place in this list is its number in arrays, 0 being none. */
export const PROPAGATION_ERRORS = [
  null,
  "mean-eccentricity",
  "mean-motion",
  "perturbed-eccentricity",
  "semi-latus-rectum",
  "decayed",
] as const;

export type PropagationError = NonNullable<(typeof PROPAGATION_ERRORS)[number]>;
