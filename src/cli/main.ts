import { readConfig } from "./config.ts";
import { failureOf, WrongUse } from "./failure.ts";
import { processShell, type Shell } from "./shell.ts";
import type { VerbEntry } from "./verb-entry.ts";
import { VERBS } from "./verbs.ts";

/** Runs one command and answers its exit code. Every failure is caught here, and nowhere else. */
export async function main(argv: readonly string[], shell: Shell = processShell()): Promise<number> {
  try {
    return await runCommand(argv, shell);
  } catch (error) {
    const { exitCode, lines } = failureOf(error, readConfig(shell.env).debug);
    shell.err(lines);
    return exitCode;
  }
}

async function runCommand(argv: readonly string[], shell: Shell): Promise<number> {
  const wantsHelp =
    argv.length === 0 || argv[0] === "help" || argv.some((word) => word === "--help" || word === "-h");
  if (argv[0] === "--version") return tell(shell, await version());
  if (wantsHelp) return tell(shell, await help(argv.filter((word) => !/^(help|--help|-h)$/.test(word))));
  const entry = entryOf(argv) ?? (await refuse(argv));
  const verb = await entry.load();
  const { readArguments } = await import("./read-arguments.ts");
  const given = readArguments(entry.name, verb, argv.slice(entry.name.split(" ").length));
  return verb.run(given, shell);
}

/** A verb of two words goes before the verb that is its first word. */
function entryOf(argv: readonly string[]): VerbEntry | undefined {
  return (
    VERBS.find(({ name }) => name === argv.slice(0, 2).join(" ")) ??
    VERBS.find(({ name }) => name === argv[0])
  );
}

async function refuse(argv: readonly string[]): Promise<never> {
  const { nearest } = await import("#science/text/tables/index.ts");
  const names = VERBS.map(({ name }) => name);
  const [first = "", second = ""] = argv;
  const below = names.filter((name) => name.startsWith(`${first} `));
  const [said, known] = below.length > 0 ? [`${first} ${second}`, below] : [first, names];
  const meant = nearest(said, known);
  if (meant !== null) throw new WrongUse(`no verb "${said}"; perhaps "tocsin ${meant}"`);
  if (below.length > 0) throw new WrongUse(`"${first}" alone does nothing; there are ${below.join(", ")}`);
  throw new WrongUse(`no verb "${first}"; "tocsin help" lists them`);
}

async function help(words: readonly string[]): Promise<string> {
  const { helpFor, helpForAll } = await import("./help.ts");
  if (words.length === 0) return helpForAll();
  const entry = entryOf(words) ?? (await refuse(words));
  return helpFor(entry, await entry.load());
}

async function version(): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  const own = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(own) as { version: string }).version;
}

function tell(shell: Shell, text: string): 0 {
  shell.out(text);
  return 0;
}
