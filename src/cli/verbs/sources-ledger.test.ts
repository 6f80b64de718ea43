import { expect, test } from "vitest";
import { replaced, SOURCE_COLUMNS } from "../../watch/changed-example.ts";
import { commandLine, EXAMPLE, temporaryFolder } from "../testing/recorded-shell.ts";

const NRK = "SRC-1,NRK,https://www.nrk.no/,,HTML,no,NOR,broadcaster,no,B,,,";

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

test("a source keeps one account under all names by which the record cites it, and does not confirm itself", async () => {
  const watch = replaced("sources.csv", /[^]*/, `known_as,${SOURCE_COLUMNS}\nSpace Norway;NATO,${NRK}\n`);
  const { out } = await tocsin("sources", "ledger", "--watch", watch, "--json");
  const rows = JSON.parse(out) as { source: string; letter: string; confirmed: number; open: number }[];
  expect(rows.find(({ source }) => source === "NRK")).toMatchObject({ letter: "B", confirmed: 0, open: 8 });
  expect(rows.map(({ source }) => source)).not.toContain("Space Norway");
});
