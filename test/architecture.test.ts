import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** Who may import whom: this table is the architecture. Steps of the cycle never import each other. */
const MAY_IMPORT: Record<string, string[]> = {
  "science/numbers": [],
  "science/earth": ["science/numbers"],
  "science/*": ["science/numbers", "science/earth"],
  model: [],
  watch: ["model", "science/text"],
  dictionary: ["model", "science/text"],
  store: ["model", "science/orbits"],
  access: ["model", "store"],
  "cycle/*": ["model", "science/*"],
  cycle: ["cycle/*", "dictionary", "model", "science/*", "store", "watch"],
  api: ["access", "cycle", "model", "store", "watch", "science/belief"],
  cli: ["access", "api", "cycle", "dictionary", "model", "store", "watch", "science/*"],
};

/** The steps of the cycle; every other folder beside `cycle.ts` belongs to it, where steps and the world meet. */
const STEPS = "collect|observe|assess|warn|brief|score|release";

/** In these rooms the world arrives as an argument. */
const PURE = /^(science\/|model$|cycle\/)/;
const EFFECTS =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(|"node:|\bprocess\.env\b|\bconsole\.|\bperformance\.now\(/;

const ROOM = new RegExp(`^src/(science/[\\w-]+(?=/)|cycle/(?:${STEPS})(?=/)|\\w+)`);
const roomOf = (file: string) => file.match(ROOM)?.[1] ?? "outside src";
const allowedIn = (room: string) => MAY_IMPORT[room] ?? MAY_IMPORT[room.replace(/\/.*/, "/*")] ?? [];
const covers = (rule: string, room: string) =>
  rule.endsWith("/*") ? room.startsWith(rule.slice(0, -1)) : room === rule;

function importsOf(file: string, source: string): string[] {
  return [...source.matchAll(/\b(?:from|import)\s*\(?\s*"([#.][^"]+)"/g)].map(([, target]) =>
    target!.startsWith("#") ? `src/${target!.slice(1)}` : path.join(path.dirname(file), target!),
  );
}

function faultsIn(file: string, source: string): string[] {
  const room = roomOf(file);
  const strays = importsOf(file, source)
    .map(roomOf)
    .filter((to) => to !== room && !allowedIn(room).some((rule) => covers(rule, to)))
    .map((to) => `${room} may not import ${to}`);
  return PURE.test(room) && EFFECTS.test(source) ? [...strays, `${room} reaches for the world`] : strays;
}

/** The files that reach themselves by imports, those made while running included. */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  let left = [...imports.keys()];
  for (;;) {
    const bound = left.filter((file) => imports.get(file)!.some((target) => left.includes(target)));
    if (bound.length === left.length) return left;
    left = bound;
  }
}

const FILES = globSync("src/**/*.ts", { exclude: (name) => name.endsWith(".test.ts") });

for (const file of FILES) {
  test(`${file} stays in its room`, () => {
    expect(faultsIn(file, readFileSync(file, "utf8"))).toEqual([]);
  });
}

test("no file reaches itself by imports", () => {
  const imports = new Map(FILES.map((file) => [file, importsOf(file, readFileSync(file, "utf8"))]));
  expect(circlesIn(imports)).toEqual([]);
  const cycle = imports.get("src/cycle/cycle.ts")!;
  imports.set("src/cycle/judge.ts", ["src/cycle/cycle.ts"]);
  expect(cycle).toContain("src/cycle/judge.ts");
  expect(circlesIn(imports)).toEqual(expect.arrayContaining(["src/cycle/cycle.ts", "src/cycle/judge.ts"]));
});

test("the rule sees a planted violation", () => {
  const planted = (file: string, source: string) => faultsIn(file, source).length;
  expect(planted("src/cycle/assess/x.ts", 'import { warn } from "../warn/warn.ts";')).toBe(1);
  expect(planted("src/science/belief/x.ts", 'import { sgp4 } from "#science/orbits/index.ts";')).toBe(1);
  expect(planted("src/cycle/assess/x.ts", "const now = Date.now();")).toBe(1);
  expect(planted("src/cycle/network/x.ts", 'import { warn } from "../warn/warn.ts";')).toBe(0);
  expect(planted("src/cycle/assess/x.ts", 'import { quantile } from "#science/numbers/index.ts";')).toBe(0);
});
