/** Text as people write it: bytes, languages, tables, names. */
export { missingColumns, readCsv } from "./csv.ts";
export type { CsvTable } from "./csv.ts";
export { fieldPlace } from "./csv-rows.ts";
export type { CsvFault, CsvRow } from "./csv-rows.ts";
export { decodeText } from "./decode.ts";
export type { DecodeFault } from "./decode.ts";
export { decodeBytes } from "./encodings/decode-bytes.ts";
export type { DecodedBytes } from "./encodings/decode-bytes.ts";
export { identifyLanguage } from "./languages/identify-language.ts";
export type { LanguageFound, LanguageTieBreak } from "./languages/identify-language.ts";
export { loadLanguageTieBreak } from "./languages/language-tie-break.ts";
export { nearest } from "./nearest.ts";
export { placeAt } from "./text-place.ts";
export type { TextPlace } from "./text-place.ts";
