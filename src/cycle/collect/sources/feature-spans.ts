/** Where a member of a list stands in a JSON text, as offsets in UTF-16, the second behind its last sign. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where the features of a FeatureCollection stand in its text, in order. The text must be one that a parser has read. */
export function featureSpans(text: string): Span[] {
  const spans: Span[] = [];
  let from = listOfFeatures(text);
  let depth = 0;
  for (let at = from; at >= 0 && at < text.length; at++) {
    const sign = text[at]!;
    if (sign === '"') at = endOfString(text, at);
    else if (sign === "{" || sign === "[") depth++;
    else if (depth > 0 && (sign === "}" || sign === "]")) depth--;
    else if (depth === 0 && (sign === "," || sign === "]")) {
      const member = trimmed(text, from, at);
      if (member.from < member.to) spans.push(member);
      if (sign === "]") return spans;
      from = at + 1;
    }
  }
  return spans;
}

/** Behind the bracket that opens the collection's own list: the key on the outermost level, not one inside a feature. */
function listOfFeatures(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === '"') {
      const end = endOfString(text, at);
      const opens = /^\s*:\s*\[/.exec(text.slice(end + 1, end + 100));
      if (depth === 1 && opens && text.slice(at + 1, end) === "features") return end + 1 + opens[0].length;
      at = end;
    } else if (sign === "{" || sign === "[") depth++;
    else if (sign === "}" || sign === "]") depth--;
  }
  return -1;
}

/** Of the closing quote. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

function trimmed(text: string, from: number, to: number): Span {
  const whole = text.slice(from, to);
  return { from: from + whole.length - whole.trimStart().length, to: from + whole.trimEnd().length };
}
