import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const FILE = "../shared/data/text/dictionaries/Phoenix.Countries.actors.txt.gz";
/** Sides of several countries are lists; of others the country named first is theirs. */
export const isList = /,| and /;
/** Words of a name at most. */
const LONGEST = 8;

/** The countries that a phrase names, by the actors of the Phoenix dictionary (MIT), which the coder does not know; null where the file is not here. */
export function phoenixCountries(): ((phrase: string) => string[]) | null {
  if (!existsSync(FILE)) return null;
  const codes = codesByName(gunzipSync(readFileSync(FILE)).toString("latin1").split(/\r?\n/));
  return (phrase) => {
    const words = wordsOf(phrase);
    const found: string[] = [];
    for (let at = 0; at < words.length;) {
      let length = Math.min(LONGEST, words.length - at);
      while (length > 0 && !codes.has(words.slice(at, at + length).join(" "))) length -= 1;
      if (length > 0) found.push(codes.get(words.slice(at, at + length).join(" "))!);
      at += Math.max(1, length);
    }
    return isList.test(phrase) ? [...new Set(found)] : found.slice(0, 1);
  };
}

/** `NAME_ [CODE]`, other names of the same behind `+`, codes of a time behind them in lines of their own: the last one counts. */
function codesByName(lines: readonly string[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  let names: string[] = [];
  let closed = true;
  for (const line of lines) {
    const [text = ""] = line.split("#");
    const name = text.replace(/\[.*$/, "").trim();
    if (name !== "") {
      if (!name.startsWith("+") && closed) names = [];
      names.push(wordsOf(name.replaceAll("_", " ")).join(" "));
      closed = !name.startsWith("+") || closed;
    }
    const code = /\[\s*([A-Z]{3})/.exec(text)?.[1]?.replace("KSV", "XKX");
    if (code) for (const one of names) codes.set(one, code);
    else if (name.startsWith("+") && names.length > 1) inherit(codes, names);
  }
  return codes;
}

/** Another name has the code of the first. */
function inherit(codes: Map<string, string>, names: readonly string[]): void {
  const code = codes.get(names[0]!);
  if (code) codes.set(names.at(-1)!, code);
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(".", "")
    .replace(/['’]s?(?![a-z])/g, "")
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "");
