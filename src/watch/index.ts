/** The subject on disk, as data. */
export { checkWatch } from "./check-watch.ts";
export type { WatchCheck } from "./check-watch.ts";
export { readClients, type Clients } from "./read-clients.ts";
export { readEstate } from "./read-estate.ts";
export { readWatch } from "./read-watch.ts";
export { recordCaptures } from "./record-captures.ts";
