import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** Asks on the terminal and shows nothing of what is typed; null where standard input is no terminal. */
export async function askSecretly(question: string): Promise<string | null> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) return null;
  const unseen = new Writable({ write: (_bytes, _encoding, done) => done() });
  const terminal = createInterface({ input: stdin, output: unseen, terminal: true });
  terminal.once("SIGINT", () => process.exit(130));
  stderr.write(`${question}: `);
  const typed = await terminal.question("");
  terminal.close();
  stderr.write("\n");
  return typed;
}
