/** Tables and plain files as people write them: rows, places in a text, the word that was meant. */
export { missingColumns, readCsv } from "./csv.ts";
export type { CsvTable } from "./csv.ts";
export { fieldPlace } from "./csv-rows.ts";
export type { CsvFault, CsvRow } from "./csv-rows.ts";
export { decodeText } from "./decode.ts";
export type { DecodeFault } from "./decode.ts";
export { nearest } from "./nearest.ts";
export { placeAt } from "./text-place.ts";
export type { TextPlace } from "./text-place.ts";
