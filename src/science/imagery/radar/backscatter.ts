import { quantileOf } from "../order-statistics.ts";
import type { Scene } from "../scene.ts";

/** How a radar picture holds its numbers. */
export type BackscatterScale = "decibel" | "linear";

/** Decibels where most usable values are negative and lie as backscatter does, −60 to 30; linear otherwise. */
export function scaleOf({ bands, usable }: Scene): BackscatterScale {
  const band = bands[0]!;
  const values = usable === null ? band : band.filter((_, i) => usable[i] === 1);
  const [low, middle, high] = [0.01, 0.5, 0.99].map((p) => quantileOf(values, p)) as [number, number, number];
  return middle < 0 && low > -60 && high < 30 ? "decibel" : "linear";
}

/** Linear backscatter of a band, power for decibels; no value is below a thousandth of the middle one, nor below 0. */
export function linearBand(band: Float32Array, usable: Uint8Array, scale: BackscatterScale): Float32Array {
  const out = new Float32Array(band.length);
  for (let i = 0; i < out.length; i++) out[i] = scale === "decibel" ? 10 ** (band[i]! / 10) : band[i]!;
  const least = Math.max(
    1e-3 *
      quantileOf(
        out.filter((_, i) => usable[i] === 1),
        0.5,
      ),
    1e-30,
  );
  for (let i = 0; i < out.length; i++) if (out[i]! < least) out[i] = least;
  return out;
}

/** Looks and median hide smaller shifts, and resampling changes the speckle. */
export const LEAST_SHIFT_PX = 0.75;

/** The scene in linear backscatter, decibel or linear by the look of its values. */
export function inLinear(scene: Scene): Scene {
  const usable = scene.usable ?? new Uint8Array(scene.width * scene.height).fill(1);
  const scale = scaleOf(scene);
  return { ...scene, bands: scene.bands.map((band) => linearBand(band, usable, scale)) };
}

export function inLogarithms(scene: Scene): Scene {
  return { ...scene, bands: scene.bands.map((band) => band.map(Math.log)) };
}
