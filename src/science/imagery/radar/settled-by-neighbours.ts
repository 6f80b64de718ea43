import { boxMean } from "../box-mean.ts";
import { quantileOf } from "../order-statistics.ts";

/** The grid, and 1 where both dates can be compared. */
interface Ground {
  readonly width: number;
  readonly height: number;
  readonly usable: Uint8Array;
}

/** How much a neighbour of the same label counts, as log-likelihood; across a corner less, by its distance. */
const COUPLING = 0.6;
/** Half of what eight neighbours of one label say. */
const MOST_EVIDENCE = COUPLING * (2 + Math.SQRT2);
const MOST_ROUNDS = 20;
/** A round by which fewer pixels than this share change sides is the last. */
const SETTLED = 5e-5;
/** A label of fewer pixels has no middle of its own. */
const LEAST_MEMBERS = 40;
/** What changed by its own amount is this far across, from a pixel to its rim: the size of a field. */
const LOCAL_RADIUS = 10;
/** So many pixels of the whole picture's middle are added to those around. */
const SHARED_MEMBERS = 20;
/** Unchanged, brighter, darker. */
const LABELS = [0, 1, 2] as const;

/**
 * Settles a 0/1 mask of change by what each pixel and its neighbours say. The mask tells where log ratios of
 * unchanged, brighter and darker ground lie; a Potts field over the ratios of single pixels, one array a polarisation,
 * is then solved by mean fields, so that rims are sharper than a threshold on smoothed ratios leaves them and speckle
 * inside and outside goes (Zhang 1992, Bruzzone & Prieto 2000). Speckle that neighbours share counts once.
 */
export function settledByNeighbours(
  ratios: readonly Float32Array[],
  start: Uint8Array,
  ground: Ground,
): Uint8Array {
  const centred = ratios.map((ratio) => centredOn(ratio, start, ground.usable));
  let members = firstMembers(centred, start, ground);
  for (let [round, moved] = [0, Infinity]; round < MOST_ROUNDS && moved >= SETTLED * start.length; round++) {
    const next = swept(members, evidenceOf(centred, members, ground), ground);
    moved = changedSides(members[0]!, next[0]!);
    members = next;
  }
  return Uint8Array.from(members[0]!, (share, i) => (ground.usable[i] === 1 && share < 0.5 ? 1 : 0));
}

/** How many pixels are taken for unchanged by one of two and not by the other. */
function changedSides(before: Float32Array, after: Float32Array): number {
  let moved = 0;
  for (let i = 0; i < after.length; i++) if (before[i]! < 0.5 !== after[i]! < 0.5) moved++;
  return moved;
}

/** Without the middle of what is unchanged; 0 where not usable. */
function centredOn(ratio: Float32Array, start: Uint8Array, usable: Uint8Array): Float32Array {
  const median = quantileOf(
    ratio.filter((_, i) => usable[i] === 1 && start[i] === 0),
    0.5,
  );
  return ratio.map((value, i) => (usable[i] === 1 ? value - median : 0));
}

/** One array a label: 1 where a pixel has it; which way it changed is told by the ground around it. */
function firstMembers(ratios: readonly Float32Array[], start: Uint8Array, ground: Ground): Float32Array[] {
  const around = ratios.map((ratio) => boxMean(ratio, ground.usable, { ...ground, radius: 2 }));
  const labels = start.map((isChanged, i) => {
    if (isChanged === 0) return 0;
    return around.reduce((sum, mean) => sum + mean[i]!, 0) > 0 ? 1 : 2;
  });
  return LABELS.map((label) => Float32Array.from(labels, (one) => (one === label ? 1 : 0)));
}

/**
 * How much likelier every label makes a pixel than that of no change, in logarithms, over all polarisations; −∞ for a
 * label that next to none has. Speckle has long tails, so that one pixel never says more than its neighbours can.
 */
function evidenceOf(
  ratios: readonly Float32Array[],
  members: readonly Float32Array[],
  ground: Ground,
): Float32Array[] {
  const { usable } = ground;
  const shares = members.map((share) => sumOf(share, usable));
  const evidence = shares.map((share, label) =>
    new Float32Array(usable.length).fill(label > 0 && share < LEAST_MEMBERS ? -Infinity : 0),
  );
  for (const ratio of ratios) {
    const means = members.map((share, label) => sumOf(share, usable, ratio) / Math.max(shares[label]!, 1e-9));
    const left = ratio.map(
      (value, i) => value - means.reduce((sum, mean, k) => sum + mean * members[k]![i]!, 0),
    );
    const scale = 1 / sharedVariance(left, ground);
    for (const label of [1, 2]) {
      const into = evidence[label]!;
      const around = meansAround(ratio, { share: members[label]!, mean: means[label]! }, ground);
      for (let i = 0; i < into.length; i++) {
        const likelier = scale * (around[i]! - means[0]!) * (ratio[i]! - (around[i]! + means[0]!) / 2);
        if (usable[i] === 1) into[i]! += Math.max(-MOST_EVIDENCE, Math.min(MOST_EVIDENCE, likelier));
      }
    }
  }
  return evidence;
}

/** The mean of a label's pixels around each pixel, drawn to that of all of them: places change each by its own amount. */
function meansAround(
  ratio: Float32Array,
  { share, mean }: { readonly share: Float32Array; readonly mean: number },
  ground: Ground,
): Float32Array {
  const window = { ...ground, radius: LOCAL_RADIUS };
  const members = boxMean(share, ground.usable, window);
  const sums = boxMean(
    ratio.map((value, i) => value * share[i]!),
    ground.usable,
    window,
  );
  const drawn = SHARED_MEMBERS / (2 * LOCAL_RADIUS + 1) ** 2;
  return sums.map((sum, i) => (sum + drawn * mean) / (members[i]! + drawn));
}

function sumOf(share: Float32Array, usable: Uint8Array, values?: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < share.length; i++) {
    if (usable[i] === 1) sum += share[i]! * (values === undefined ? 1 : values[i]!);
  }
  return sum;
}

/** The variance of single pixels, as much larger as that of means of 3 × 3 is than if no two shared speckle. */
function sharedVariance(left: Float32Array, ground: Ground): number {
  const means = boxMean(left, ground.usable, { ...ground, radius: 1 });
  let [single, ofNine, count] = [0, 0, 0];
  for (let i = 0; i < left.length; i++) {
    if (ground.usable[i] !== 1) continue;
    single += left[i]! ** 2;
    ofNine += 9 * means[i]! ** 2;
    count++;
  }
  return Math.max(single, ofNine, 1e-12) / count;
}

/** One round: each pixel's share in every label, by its own evidence and the shares of its eight neighbours. */
function swept(
  members: readonly Float32Array[],
  evidence: readonly Float32Array[],
  { width, height }: Ground,
): Float32Array[] {
  const out = members.map((share) => new Float32Array(share.length));
  const held = [0, 0, 0];
  for (let y = 0; y < height; y++) {
    const [above, below] = [Math.max(0, y - 1) * width, Math.min(height - 1, y + 1) * width];
    for (let x = 0; x < width; x++) {
      const [left, right, row] = [Math.max(0, x - 1), Math.min(width - 1, x + 1), y * width];
      const i = row + x;
      for (const label of LABELS) {
        const share = members[label]!;
        const beside = share[above + x]! + share[below + x]! + share[row + left]! + share[row + right]!;
        const across =
          share[above + left]! + share[above + right]! + share[below + left]! + share[below + right]!;
        held[label] = evidence[label]![i]! + COUPLING * (beside + Math.SQRT1_2 * across);
      }
      const most = Math.max(held[0]!, held[1]!, held[2]!);
      let total = 0;
      for (const label of LABELS) total += held[label] = Math.exp(held[label]! - most);
      for (const label of LABELS) out[label]![i] = held[label]! / total;
    }
  }
  return out;
}
