/** A source of uniform numbers in [0, 1); every draw in this project takes one as an argument. */
export type Random = () => number;

const MASK_64 = (1n << 64n) - 1n;

/** FNV-1a, 64 bits, over the UTF-8 bytes of a text. Fowler, Noll & Vo; RFC 9923. */
export function fnv1a64(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & MASK_64;
  }
  return hash;
}

/** SplitMix64 from a 64-bit seed. Steele, Lea & Flood 2014; Vigna's splitmix64.c. */
export function splitMix64(seed: bigint): () => bigint {
  let state = seed & MASK_64;
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & MASK_64;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK_64;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK_64;
    return z ^ (z >> 31n);
  };
}

/** xoshiro128** 1.1 over four 32-bit words, not all zero; unsigned 32-bit integers. Blackman & Vigna 2021. */
export function xoshiro128(a: number, b: number, c: number, d: number): () => number {
  let [s0, s1, s2, s3] = [a | 0, b | 0, c | 0, d | 0];
  return () => {
    const fivefold = Math.imul(s1, 5);
    const result = Math.imul((fivefold << 7) | (fivefold >>> 25), 9) >>> 0;
    const t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = (s3 << 11) | (s3 >>> 21);
    return result;
  };
}

/**
 * A seeded stream of uniform numbers in [0, 1) with 53 random bits, the same on every platform.
 * The seed is read as text (1 and "1" name the same stream), hashed by FNV-1a and spread by SplitMix64.
 */
export function randomStream(seed: number | string): Random {
  const spread = splitMix64(fnv1a64(String(seed)));
  const [low, high] = [spread(), spread()];
  const word = (value: bigint, shift: bigint) => Number((value >> shift) & 0xffffffffn);
  const next = xoshiro128(word(low, 0n), word(low, 32n), word(high, 0n), word(high, 32n));
  return () => {
    const upper = next() >>> 5;
    return (upper * 0x4000000 + (next() >>> 6)) / 0x20000000000000;
  };
}
