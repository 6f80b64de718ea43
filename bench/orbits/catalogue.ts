import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const DATA = "../shared/data/orbit";
export const CATALOGUE = `${DATA}/satcat_2024-07-05_heyoka.3le.gz`;

/** The text of a file of the orbit data, unpacked. */
export function orbitText(name: string): string {
  const bytes = readFileSync(name.includes("/") ? name : `${DATA}/${name}`);
  return new TextDecoder().decode(name.endsWith(".gz") ? gunzipSync(bytes) : bytes);
}
