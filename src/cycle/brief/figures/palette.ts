/** Colours by what they mean; the same names on screen, where the style sheet fills them in, and on paper. */
export interface Palette {
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
  readonly paper: string;
  readonly accent: string;
  /** Levels 0 to 4, from hardly there to strongest. */
  readonly levels: readonly [string, string, string, string, string];
}

export const LIGHT: Palette = {
  ink: "#1a1d21",
  muted: "#555d66",
  rule: "#c9ced4",
  paper: "#ffffff",
  accent: "#1f5a94",
  levels: ["#eef3f8", "#c9dcee", "#94bbdd", "#3d7ab3", "#1b4f82"],
};

export const DARK: Palette = {
  ink: "#e6e9ec",
  muted: "#a3adb7",
  rule: "#3a424a",
  paper: "#14171a",
  accent: "#7db7ee",
  levels: ["#1d242b", "#24405a", "#2f5f8a", "#6aa5dc", "#b3d7f8"],
};

/** The palette as references to the variables that `paletteVariables` declares. */
export const SCREEN: Palette = {
  ink: "var(--ink)",
  muted: "var(--muted)",
  rule: "var(--rule)",
  paper: "var(--paper)",
  accent: "var(--accent)",
  levels: ["var(--level-0)", "var(--level-1)", "var(--level-2)", "var(--level-3)", "var(--level-4)"],
};

/** CSS declarations of a palette's colours. */
export function paletteVariables({ levels, ...named }: Palette): string {
  const flat = { ...named, ...Object.fromEntries(levels.map((colour, level) => [`level-${level}`, colour])) };
  return Object.entries(flat)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(" ");
}
