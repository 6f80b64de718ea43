import { z } from "zod";
import { source } from "#model/source.ts";
import { listIn } from "./list-in.ts";
import { readTable } from "./read-table.ts";

const COLUMNS = [
  "id",
  "name",
  "url",
  "feed_url",
  "format",
  "language",
  "country",
  "kind",
  "state_controlled",
  "reliability",
  "licence",
  "liveness",
  "url_kind",
  "known_as",
] as const;

const address = z.string().regex(/^(https?:\/\/\S+)?$/, "expected an http or https address, or nothing");
const yesOrNo = z.enum(["yes", "no"]).transform((word) => word === "yes");
const sourceRow = source.extend({ url: address, feedUrl: address, stateControlled: yesOrNo });

/** Reads `sources.csv`; other names of a source are separated by semicolons. */
export function readSources(file: string, text: string) {
  return readTable(file, text, {
    columns: COLUMNS,
    optional: ["known_as"],
    schema: sourceRow,
    valueOf: ({ feed_url, state_controlled, url_kind, known_as, ...cells }) => ({
      ...cells,
      feedUrl: feed_url,
      stateControlled: state_controlled,
      urlKind: url_kind,
      knownAs: listIn(known_as),
    }),
    columnOf: (part) => part.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  });
}
