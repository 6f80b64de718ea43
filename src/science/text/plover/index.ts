/** The codebook of events, for who needs no more of texts than its roots. */
export { ROOTS } from "./plover.ts";
