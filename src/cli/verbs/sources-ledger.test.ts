import { expect, test } from "vitest";
import { commandLine, EXAMPLE, temporaryFolder } from "../testing/recorded-shell.ts";

const tocsin = commandLine(temporaryFolder());

test("the ledger tells each source of the record with its letter and claims, fewer of them on an earlier day", async () => {
  const claims = async (...day: string[]) => {
    const { out, err, exitCode } = await tocsin("sources", "ledger", "--watch", EXAMPLE, "--json", ...day);
    expect([err.split("\n").length, exitCode]).toEqual([1, 0]);
    const rows = JSON.parse(out) as {
      letter: string;
      reason: string;
      confirmed: number;
      refuted: number;
      open: number;
    }[];
    expect(rows.every(({ letter, reason }) => /^[A-F]$/.test(letter) && reason !== "")).toBe(true);
    return rows.reduce((sum, { confirmed, refuted, open }) => sum + confirmed + refuted + open, 0);
  };
  const [now, before] = [await claims(), await claims("--as-of", "2024-06-30")];
  expect(now).toBeGreaterThan(before);
  const { out } = await tocsin("sources", "ledger", "--watch", EXAMPLE);
  expect(out).toMatch(/^source +letter +confirmed/);
});
