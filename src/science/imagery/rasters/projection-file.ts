import proj4 from "proj4";
import type { Georeference } from "./georeference.ts";

/** Names that programs write without a code. */
const NAMES: readonly (readonly [RegExp, (zone: number, side: string) => number])[] = [
  [
    /^PROJCS\["WGS[_ ](?:19)?84[_ /]+UTM[_ ]zone[_ ](\d+)([NS])"/i,
    (zone, side) => (side.toUpperCase() === "N" ? 32_600 : 32_700) + zone,
  ],
  [/^PROJCS\["WGS_1984_Web_Mercator_Auxiliary_Sphere"/i, () => 3857],
  [/^GEOGCS\["(?:GCS_WGS_1984|WGS[_ ]84)"/i, () => 4326],
];

/** The code that ends a system's description, of the system as a whole. */
const CODE = /(?:AUTHORITY\["EPSG",\s*"?|ID\["EPSG",\s*)(\d+)"?\]\s*\]\s*$/i;

/**
 * The projection that a `.prj` file describes, in Well-Known Text as GDAL and Esri write it (OGC 01-009, 18-010): by
 * its code where it has or implies one, else by the text itself where its method is known.
 */
export function projectionOfText(text: string): Pick<Georeference, "epsg" | "definition" | "isUserDefined"> {
  const wkt = text.trim();
  const named = NAMES.flatMap(([name, code]) => {
    const found = name.exec(wkt);
    return found === null ? [] : [code(Number(found[1]), found[2] ?? "")];
  });
  const epsg = named[0] ?? (Number(CODE.exec(wkt)?.[1] ?? 0) || null);
  return { epsg, definition: isKnown(wkt) ? wkt : null, isUserDefined: epsg === null };
}

function isKnown(wkt: string): boolean {
  try {
    proj4(wkt).forward([0, 0]);
    return /^(PROJ|GEOG)/i.test(wkt);
  } catch {
    return false;
  }
}
