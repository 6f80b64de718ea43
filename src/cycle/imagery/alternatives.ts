import type { PairChange } from "#science/imagery/index.ts";
import type { Comparison } from "#model/comparison.ts";

/** What else could have made a site look changed, the likelier first: for an analyst to rule out. */
export function alternativesOf(
  kind: Comparison["kind"],
  { registration, offset }: Pick<PairChange, "registration" | "offset">,
  { months, lat }: { readonly months: readonly [number, number]; readonly lat: number },
): string[] {
  const shift = `a shift between the two dates (registration ${registration.status})`;
  const misplaced = registration.status === "aligned" ? [] : [shift];
  if (kind === "sar") {
    return [...misplaced, "wet or frozen ground, or snow", "crops and ploughing", "speckle, wind on water"];
  }
  const radiometric =
    offset?.verdict === "mismatch"
      ? "a processing offset that was undone, perhaps not everywhere"
      : "a processing offset or haze";
  const isWintry = months.some((month) => isCold(month, lat)) && Math.abs(lat) > 30;
  const seasonal = isWintry ? ["snow or its melting"] : [];
  return [
    ...misplaced,
    ...seasonal,
    "crops, harvest or fire",
    "shadow of a cloud or of a low sun",
    radiometric,
  ];
}

function isCold(month: number, lat: number): boolean {
  return lat >= 0 ? month >= 11 || month <= 4 : month >= 5 && month <= 10;
}
