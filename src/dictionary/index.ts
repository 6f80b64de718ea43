/** What is known of languages and of who acts, read from files. */
export { eventReaders, OWN_DICTIONARIES } from "./event-readers.ts";
export type { EventReader } from "./event-readers.ts";
export { readActorTable } from "./read-actor-table.ts";
export { readEventLanguage } from "./read-event-language.ts";
export { readPetrarch } from "./read-petrarch.ts";
export { readPairWeights } from "./read-pair-weights.ts";
export { readReranker } from "./read-reranker.ts";
