import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { OutsideFailed } from "#model/input-error.ts";
import type { Way } from "./way.ts";

/** Writes the letter into a folder, to be carried on by others: each in a folder of its own that appears whole. */
export const intoFolder: Way = {
  protocols: ["file:"],
  async tell({ id, subject, text, attachments }, client) {
    const folder = fileURLToPath(client.to);
    const name = id.replace(/^urn:uuid:/, "");
    const [unfinished, finished] = [path.join(folder, `.${name}`), path.join(folder, name)];
    if (existsSync(finished)) return;
    try {
      mkdirSync(unfinished, { recursive: true });
      writeFileSync(path.join(unfinished, "letter.txt"), `${subject}\n\n${text}`);
      for (const { name: file, bytes } of attachments) writeFileSync(path.join(unfinished, file), bytes);
      renameSync(unfinished, finished);
    } catch (error) {
      throw new OutsideFailed(`${folder}: ${(error as Error).message}`, error);
    }
  },
};
