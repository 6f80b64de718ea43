/** For each frequency two orthonormal vectors that span its cosine and sine with the mean taken out, row by row. */
export interface PeriodicBasis {
  readonly frequencies: Float64Array;
  readonly points: number;
  readonly vectors: Float64Array;
}

/** Times in any order and spacing; frequencies in cycles per unit of time. */
export function periodicBasis(times: Float64Array, frequencies: Float64Array): PeriodicBasis {
  const points = times.length;
  const vectors = new Float64Array(2 * points * frequencies.length);
  frequencies.forEach((frequency, k) => {
    const cosine = vectors.subarray(2 * k * points, (2 * k + 1) * points);
    const sine = vectors.subarray((2 * k + 1) * points, (2 * k + 2) * points);
    for (let i = 0; i < points; i++) {
      const phase = 2 * Math.PI * frequency * (times[i]! - times[0]!);
      cosine[i] = Math.cos(phase);
      sine[i] = Math.sin(phase);
    }
    subtractMean(cosine);
    subtractMean(sine);
    normalise(cosine);
    subtractAlong(sine, cosine);
    normalise(sine);
  });
  return { frequencies, points, vectors };
}

/**
 * Lomb–Scargle power with a floating mean at each frequency: the share of the variance around the mean that a
 * sinusoid explains, in [0, 1] (the "standard" normalisation). Zechmeister & Kürster 2009, A&A 496:577.
 */
export function lombScarglePowers(
  { frequencies, points, vectors }: PeriodicBasis,
  values: Float64Array,
): Float64Array {
  const centred = values.slice();
  subtractMean(centred);
  const total = dot(centred, centred);
  const powers = new Float64Array(frequencies.length);
  for (let k = 0; k < powers.length; k++) {
    let alongCosine = 0;
    let alongSine = 0;
    const cosine = 2 * k * points;
    const sine = cosine + points;
    for (let i = 0; i < points; i++) {
      const value = centred[i]!;
      alongCosine += vectors[cosine + i]! * value;
      alongSine += vectors[sine + i]! * value;
    }
    powers[k] = (alongCosine ** 2 + alongSine ** 2) / total;
  }
  return powers;
}

function subtractMean(vector: Float64Array): void {
  let sum = 0;
  for (const value of vector) sum += value;
  const mean = sum / vector.length;
  for (let i = 0; i < vector.length; i++) vector[i]! -= mean;
}

function subtractAlong(vector: Float64Array, unit: Float64Array): void {
  const along = dot(vector, unit);
  for (let i = 0; i < vector.length; i++) vector[i]! -= along * unit[i]!;
}

/** At the Nyquist frequency of even sampling the sine vanishes: what is left of it is rounding, and becomes 0. */
function normalise(vector: Float64Array): void {
  const length = Math.sqrt(dot(vector, vector));
  const scale = length > 1e-6 * Math.sqrt(vector.length) ? 1 / length : 0;
  for (let i = 0; i < vector.length; i++) vector[i]! *= scale;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
