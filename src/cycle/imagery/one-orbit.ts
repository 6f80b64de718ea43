import type { SceneFound } from "#model/scene-found.ts";

/** RangeError where catalogues told that radar scenes were taken from different relative orbits: they see from other sides. */
export function requireOneOrbit(told: readonly SceneFound[], scenes: readonly string[]): void {
  const known = told.filter(({ id, relativeOrbit }) => scenes.includes(id) && relativeOrbit !== null);
  const [first] = known;
  const other = known.find(({ relativeOrbit }) => relativeOrbit !== first!.relativeOrbit);
  if (other === undefined) return;
  throw new RangeError(
    `radar scenes of one relative orbit; ${other.id} is of ${other.relativeOrbit}, ${first!.id} of ${first!.relativeOrbit}`,
  );
}
