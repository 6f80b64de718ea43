/** The writing systems that are told apart. */
export const SCRIPTS = [
  "Latn",
  "Cyrl",
  "Hani",
  "Kana",
  "Hang",
  "Arab",
  "Hebr",
  "Grek",
  "Thai",
  "Deva",
  "Armn",
  "Geor",
] as const;
export type Script = (typeof SCRIPTS)[number];

const RANGES: readonly (readonly [Script, number, number])[] = [
  ["Latn", 0x41, 0x5a],
  ["Latn", 0x61, 0x7a],
  ["Latn", 0xc0, 0x24f],
  ["Latn", 0x1e00, 0x1eff],
  ["Grek", 0x370, 0x3ff],
  ["Cyrl", 0x400, 0x52f],
  ["Armn", 0x530, 0x58f],
  ["Hebr", 0x590, 0x5ff],
  ["Arab", 0x600, 0x6ff],
  ["Deva", 0x900, 0x97f],
  ["Thai", 0xe00, 0xe7f],
  ["Geor", 0x10a0, 0x10ff],
  ["Kana", 0x3041, 0x30ff],
  ["Hani", 0x3400, 0x9fff],
  ["Hang", 0xac00, 0xd7a3],
  ["Kana", 0xff66, 0xff9d],
];

/** Script number + 1 of each UTF-16 unit, 0 for no letter. */
const SCRIPT_OF_UNIT = new Uint8Array(65_536);
for (const [script, first, last] of RANGES) SCRIPT_OF_UNIT.fill(SCRIPTS.indexOf(script) + 1, first, last + 1);
for (const code of [0xd7, 0xf7, 0x30fb, 0x30fc]) SCRIPT_OF_UNIT[code] = 0;

/** Letters of each script in a text. */
export function countScripts(text: string): Readonly<{ [S in Script]: number }> {
  const counts = new Float64Array(SCRIPTS.length + 1);
  for (let i = 0; i < text.length; i++) counts[SCRIPT_OF_UNIT[text.charCodeAt(i)]!]!++;
  return Object.fromEntries(SCRIPTS.map((script, i) => [script, counts[i + 1]!])) as {
    [S in Script]: number;
  };
}
