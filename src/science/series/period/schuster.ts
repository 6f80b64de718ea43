/** A sum of unit vectors for each of several frequencies: its real and its imaginary parts. */
export interface PhaseSums {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/** Σ exp(2πi·f·time) at evenly spaced frequencies, by rotation from one to the next. Schuster 1898. */
export function phaseSums(times: Float64Array, frequencies: Float64Array, origin: number): PhaseSums {
  const real = new Float64Array(frequencies.length);
  const imaginary = new Float64Array(frequencies.length);
  const step = frequencies.length > 1 ? frequencies[1]! - frequencies[0]! : 0;
  for (const time of times) {
    const turn = 2 * Math.PI * (time - origin);
    const cosine = Math.cos(turn * step);
    const sine = Math.sin(turn * step);
    let x = Math.cos(turn * frequencies[0]!);
    let y = Math.sin(turn * frequencies[0]!);
    for (let k = 0; k < frequencies.length; k++) {
      real[k]! += x;
      imaginary[k]! += y;
      const next = x * cosine - y * sine;
      y = x * sine + y * cosine;
      x = next;
    }
  }
  return { real, imaginary };
}

/** Mean of cos(πk·t/span)·exp(2πi·f·t) over the span, measured from its start. */
export function cosinePhase(frequencies: Float64Array, span: number, k: number): PhaseSums {
  const real = new Float64Array(frequencies.length);
  const imaginary = new Float64Array(frequencies.length);
  frequencies.forEach((frequency, f) => {
    for (const sign of [-1, 1]) {
      const angle = 2 * Math.PI * frequency * span + sign * Math.PI * k;
      const isNone = Math.abs(angle) < 1e-12;
      real[f]! += (isNone ? 1 : Math.sin(angle) / angle) / 2;
      imaginary[f]! += (isNone ? 0 : (1 - Math.cos(angle)) / angle) / 2;
    }
  });
  return { real, imaginary };
}

/** |Σ exp(2πi·f·time) − expected|² / n: with mean 1 for Poisson events of the density that was expected. */
export function schusterPowers(sums: PhaseSums, expected: PhaseSums, n: number): Float64Array {
  return sums.real.map(
    (real, k) =>
      ((real - n * expected.real[k]!) ** 2 + (sums.imaginary[k]! - n * expected.imaginary[k]!) ** 2) / n,
  );
}
