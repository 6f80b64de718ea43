/** A place a person can put a cursor on: both count from 1, columns in characters (code points). */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Where the UTF-16 offset stands in the text; lines end at LF or CRLF. */
export function placeAt(text: string, offset: number): TextPlace {
  let line = 1;
  let lineStart = 0;
  for (let end = text.indexOf("\n"); end >= 0 && end < offset; end = text.indexOf("\n", lineStart)) {
    line++;
    lineStart = end + 1;
  }
  return { line, column: Array.from(text.slice(lineStart, offset)).length + 1 };
}
