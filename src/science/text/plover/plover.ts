/** The root categories of PLOVER that events are coded with; YIELD joins CONCEDE (verbal) and RETREAT (material). */
export const ROOTS = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "COOPERATE",
  "AID",
  "YIELD",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
] as const;

export type Root = (typeof ROOTS)[number];

/** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
export type Quad = 1 | 2 | 3 | 4;

const QUADS: Readonly<Record<Root, Quad>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  COOPERATE: 2,
  AID: 2,
  YIELD: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};

/** Two-digit CAMEO cue categories, by the correspondence published with PLOVER. */
const CAMEO: Readonly<Record<Root, string>> = {
  AGREE: "03",
  CONSULT: "04",
  SUPPORT: "05",
  COOPERATE: "06",
  AID: "07",
  YIELD: "08",
  REQUEST: "10",
  ACCUSE: "11",
  REJECT: "12",
  THREATEN: "13",
  PROTEST: "14",
  MOBILIZE: "15",
  SANCTION: "16",
  COERCE: "17",
  ASSAULT: "19",
};

/** Modes whose CAMEO category is finer than that of their root. */
const CAMEO_OF_MODE: Readonly<Record<string, string>> = {
  "ACCUSE investigate": "09",
  "ASSAULT abduct": "18",
  "ASSAULT beat": "18",
  "ASSAULT torture": "18",
  "ASSAULT sexual": "18",
  "ASSAULT targeted": "18",
  "ASSAULT suicide-attack": "18",
  "ASSAULT explosives": "18",
  "ASSAULT unconventional": "20",
};

/** Modes of YIELD that are acts with immediate consequences; PLOVER of 2021 calls those RETREAT. */
const RETREATS = new Set(["withdraw", "release", "disarm", "ceasefire", "access", "resign", "return"]);

export const isRoot = (text: string): text is Root => (ROOTS as readonly string[]).includes(text);

/** The quad class of a root. */
export const quadOf = (root: Root): Quad => QUADS[root];

/** The CAMEO cue category (two digits) an event would have. */
export const cameoOf = (root: Root, mode: string | null): string =>
  CAMEO_OF_MODE[`${root} ${mode}`] ?? CAMEO[root];

/** The name in PLOVER of 2021, which parts YIELD into CONCEDE and RETREAT by what was done. */
export function categoryOf(root: Root, mode: string | null): string {
  if (root !== "YIELD") return root;
  return mode !== null && RETREATS.has(mode) ? "RETREAT" : "CONCEDE";
}
