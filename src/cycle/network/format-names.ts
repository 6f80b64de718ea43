export { FORMAT_NAMES } from "../collect/formats/format-names.ts";
