/** Whom to credit for a scene: by its id where the id tells, by the provider otherwise. */
export function creditLine(scene: string, provider: string, year: string): string {
  if (/^S[123][A-D]?[_-]/i.test(scene)) return `Contains modified Copernicus Sentinel data ${year}`;
  if (/^L[COTEM]0[4-9]_/i.test(scene)) return `Landsat image courtesy of the U.S. Geological Survey, ${year}`;
  return provider === "" ? `Source of the picture not stated, ${year}` : `${provider}, ${year}`;
}
