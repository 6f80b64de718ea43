import type { ElementFault } from "./element-set.ts";
import type { OmmRecord } from "./omm.ts";

/** The messages of a JSON list, or a single one. Objects are told apart first, so that a broken one costs only itself. */
export function* ommJsonRecords(text: string): Generator<OmmRecord | ElementFault> {
  let [depth, start, line, lineStart, found] = [0, 0, 1, 0, 0];
  let place = { line: 1, column: 1 };
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === "\n") [line, lineStart] = [line + 1, index + 1];
    else if (token === "{" && depth++ === 0)
      [start, place] = [index, { line, column: index - lineStart + 1 }];
    else if (token === "}" && depth > 0 && --depth === 0) {
      found++;
      yield readObject(text.slice(start, index + 1), place);
    }
  }
  if (depth > 0) yield { ...place, wrong: "an object that is never closed", right: 'expected "}"' };
  else if (found === 0)
    yield { line: 1, wrong: "no message in this JSON", right: "expected a list of OMM objects" };
}

/** Strings, so that braces within them do not count; a string that is never closed ends with its line. */
const TOKEN = /"(?:[^"\\\n]|\\.)*"|[{}\n]/g;

function readObject(text: string, place: Pick<OmmRecord, "line" | "column">): OmmRecord | ElementFault {
  try {
    const values = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return { ...place, valueOf: (keyword) => values[keyword] };
  } catch {
    return { ...place, wrong: "this object is not JSON", right: "expected keywords and values in quotes" };
  }
}
