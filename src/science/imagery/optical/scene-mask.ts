/** Sentinel-2's scene classes under which the ground is not seen: none, defective, shadow, clouds, cirrus, snow. */
const HIDDEN_CLASSES: readonly number[] = [0, 1, 3, 8, 9, 10, 11];
const CLOUD_PROBABILITY = 0.4;

interface MaskGrid {
  readonly width: number;
  readonly height: number;
  readonly pixelMetres: number;
}

/** 1 where the scene classification of a Sentinel-2 L2A product sees clear ground, 0 within `dilateMetres` of what hides it. */
export function clearByClass(classes: ArrayLike<number>, dilateMetres: number, grid: MaskGrid): Uint8Array {
  const isHidden = new Uint8Array(256);
  for (const one of HIDDEN_CLASSES) isHidden[one] = 1;
  return clearAround(
    Uint8Array.from(classes, (one) => isHidden[one & 255]!),
    dilateMetres,
    grid,
  );
}

/** 1 where the probability of cloud (0 to 1; NaN hides) is at most 0.4, 0 within `dilateMetres` of what is more. */
export function clearByCloudProbability(
  probability: Float32Array,
  dilateMetres: number,
  grid: MaskGrid,
): Uint8Array {
  const hidden = Uint8Array.from(probability, (p) => (p <= CLOUD_PROBABILITY ? 0 : 1));
  return clearAround(hidden, dilateMetres, grid);
}

/** 1 further than a distance from every hidden pixel, by discs around those at the rim. */
export function clearAround(
  hidden: Uint8Array,
  dilateMetres: number,
  { width, height, pixelMetres }: MaskGrid,
): Uint8Array {
  if (!(pixelMetres > 0)) throw new RangeError(`a pixel must have metres, got ${pixelMetres}`);
  const radius = dilateMetres / pixelMetres;
  const reach = Math.floor(radius);
  const clear = hidden.map((one) => 1 - one);
  if (reach < 1) return clear;
  const half = Int32Array.from({ length: 2 * reach + 1 }, (_, k) =>
    Math.floor(Math.sqrt(Math.max(radius ** 2 - (k - reach) ** 2, 0))),
  );
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (hidden[i] !== 1 || isInner(hidden, x, y, width, height)) continue;
      for (let dy = -reach; dy <= reach; dy++) {
        const row = y + dy;
        if (row < 0 || row >= height) continue;
        const span = half[dy + reach]!;
        const from = row * width;
        clear.fill(0, from + Math.max(x - span, 0), from + Math.min(x + span, width - 1) + 1);
      }
    }
  }
  return clear;
}

function isInner(hidden: Uint8Array, x: number, y: number, width: number, height: number): boolean {
  if (x === 0 || y === 0 || x === width - 1 || y === height - 1) return false;
  const i = y * width + x;
  return hidden[i - 1] === 1 && hidden[i + 1] === 1 && hidden[i - width] === 1 && hidden[i + width] === 1;
}

/** Whether enough of a site is seen: 60 % of its surroundings and 90 % of its core (1 in `core`). */
export function isSeen(clear: Uint8Array, core: Uint8Array): boolean {
  let [seen, seenCore, coreSize] = [0, 0, 0];
  for (let i = 0; i < clear.length; i++) {
    seen += clear[i]!;
    coreSize += core[i]!;
    seenCore += clear[i]! & core[i]!;
  }
  return seen >= 0.6 * clear.length && seenCore >= 0.9 * coreSize;
}
