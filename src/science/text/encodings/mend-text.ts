/** The Windows-1252 characters of 0x80–0x9F, which pages write as C1 controls. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const C1 = /[\u0080-\u009f]/g;
/** A UTF-8 sequence of two to four bytes that was read byte by byte. */
const TWICE_ENCODED = new RegExp(
  `[\\u00c2-\\u00f4][\\u0080-\\u00bf${WINDOWS_1252.replace(/[\u0080-\u009f]/g, "")}]{1,3}`,
  "g",
);
const BYTE_OF = new Map(Array.from(WINDOWS_1252, (one, i): [string, number] => [one, 0x80 + i]));

/** Puts right what was encoded twice and what was meant as Windows-1252; leaves any other text as it is. */
export function mendText(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text)) return text;
  return mendTwice(text).replace(C1, (one) => WINDOWS_1252[one.charCodeAt(0) - 0x80]!);
}

/** Only where every character beyond ASCII is part of a whole sequence: a single é would speak against it. */
function mendTwice(text: string): string {
  const rest = text.replace(TWICE_ENCODED, "");
  if (rest.length === text.length || /[^\0-\u007f]/.test(rest)) return text;
  const bytes = Uint8Array.from(text, (one) => BYTE_OF.get(one) ?? one.charCodeAt(0));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}
