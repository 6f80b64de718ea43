import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished } from "vitest";

export const EXAMPLE = "examples/watches/arctic-cables";
/** The columns of sources.csv that none may do without. */
export const SOURCE_COLUMNS =
  "id,name,url,feed_url,format,language,country,kind,state_controlled,reliability,licence,liveness,url_kind";
/** An empty folder, gone after the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "tocsin-watch-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A copy of the example, changed. */
export function watchWith(change: (dir: string) => void): string {
  const dir = scratchFolder();
  cpSync(EXAMPLE, dir, { recursive: true });
  change(dir);
  return dir;
}

/** A copy of the example in which one file says something else. */
export function replaced(file: string, from: string | RegExp, to: string): string {
  return watchWith((dir) => {
    const text = readFileSync(path.join(dir, file), "utf8");
    const changed = text.replace(from, () => to);
    expect(changed).not.toBe(text);
    writeFileSync(path.join(dir, file), changed);
  });
}
