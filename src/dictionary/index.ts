/** What is known of languages and of who acts, read from files. */
export { readActorTable } from "./read-actor-table.ts";
export { readEventLanguage } from "./read-event-language.ts";
export { readReranker } from "./read-reranker.ts";
