import type { Comparison } from "./comparison.ts";

/** `Sentinel-2 MSI, descending, Sun 54° high, 12 % cloud, 3 % hidden`; what nobody told is left out. */
export function pictureInWords(
  { sensor, kind }: Pick<Comparison, "sensor" | "kind">,
  { passDirection, sunElevationDeg, cloudPercent, clearShare }: Comparison["before"],
): string {
  const told = [
    sensor || (kind === "sar" ? "radar" : "optical"),
    passDirection,
    sunElevationDeg === null ? null : `Sun ${sunElevationDeg.toFixed(0)}° high`,
    cloudPercent === null ? null : `${cloudPercent.toFixed(0)} % cloud`,
    `${Math.round(100 * (1 - clearShare))} % hidden`,
  ];
  return told.filter((one) => one !== null).join(", ");
}
