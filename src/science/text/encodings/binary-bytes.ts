import { decodeBytes } from "./decode-bytes.ts";

const HEAD_BYTES = 4096;
const MOST_CONTROLS = 0.02;
/** Documents of other kinds that may be letters throughout: PDF, PostScript, RTF; and archives, which may hold any. */
const SIGNATURES = ["%PDF-", "%!PS", "{\\rtf", "PK\u0003\u0004"];

/** Whether bytes are a picture, an archive, a program or a packed document: full of characters that no text has. */
export function isBinary(bytes: Uint8Array): boolean {
  const { text } = decodeBytes(bytes.subarray(0, HEAD_BYTES));
  // oxlint-disable-next-line no-control-regex
  const controls = text.match(/[\0-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0;
  const start = text.trimStart();
  return (
    SIGNATURES.some((signature) => start.startsWith(signature)) || controls > MOST_CONTROLS * text.length
  );
}
