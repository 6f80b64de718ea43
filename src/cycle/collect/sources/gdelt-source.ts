import { readGdelt } from "../formats/gdelt.ts";
import { FORMATS } from "../formats/formats.ts";
import type { NetworkSource } from "../network-source.ts";

/** The files of the last quarter of an hour, of GDELT's events those between two states. */
export const gdeltSource: NetworkSource = {
  id: "gdelt-2",
  summary:
    "events between states, their mentions and the articles they stand in, by GDELT 2 (free with citation)",
  base: "http://data.gdeltproject.org/",
  everyMinutes: FORMATS.gdelt.everyMinutes,
  staleAfterHours: FORMATS.gdelt.staleAfterHours,
  mostBytes: FORMATS.gdelt.mostBytes,
  mostFollowed: FORMATS.gdelt.mostFollowed,
  budget: [{ requests: 10, perMs: 60_000 }],
  ask: (base) => ({ url: new URL("gdeltv2/lastupdate.txt", base) }),
  reads: { noun: "documents", read: (reply) => readGdelt(reply, { onlyBetweenStates: true }) },
};
