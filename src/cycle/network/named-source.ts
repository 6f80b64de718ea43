import type { FormatName } from "../collect/formats/format-names.ts";
import { FORMATS } from "../collect/formats/formats.ts";
import type { NetworkSource } from "../collect/network-source.ts";
import { sourceAt } from "../collect/sources/catalogue-source.ts";

/** A source that no catalogue holds, at exactly that address. */
export function namedSource(address: URL, format: FormatName, everyMinutes: number): NetworkSource {
  const about = { id: address.href, summary: "named for this once", language: "", mayReadPages: true };
  const source = sourceAt(address, FORMATS[format], about);
  const nobody = { identity: "", password: "" };
  return {
    ...source,
    everyMinutes,
    ask: () => ({ ...source.ask(address, nobody, () => undefined), url: address }),
  };
}
