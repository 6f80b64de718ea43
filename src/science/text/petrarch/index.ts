/** PETRARCH's dictionaries, compiled and coded with. */
export { codePetrarch } from "./code-petrarch.ts";
export type { PetrarchCoded } from "./code-petrarch.ts";
export { compilePetrarch } from "./compile-petrarch.ts";
export type { PetrarchDictionary } from "./petrarch-dictionary.ts";
