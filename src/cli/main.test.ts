import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { commandLine, EXAMPLE, temporaryFolder } from "./testing/recorded-shell.ts";
import { VERBS } from "./verbs.ts";

const home = temporaryFolder();
const tocsin = commandLine(home);
beforeAll(() => tocsin("observe", "--watch", EXAMPLE));

describe("wrong use exits 2 and says what would be right", () => {
  const cases: [string[], RegExp][] = [
    [["asess"], /no verb "asess"; perhaps "tocsin assess"/],
    [["belief"], /"belief" alone does nothing; there are belief infer, belief explain/],
    [["belief", "infre", "x.bif"], /perhaps "tocsin belief infer"/],
    [["zzz"], /no verb "zzz"; "tocsin help" lists them/],
    [["assess", "--as-off", "2025-01-01"], /no option --as-off; perhaps --as-of/],
    [["assess", "-x"], /no option -x/],
    [["assess", "--as-of"], /--as-of needs a value: --as-of DATE/],
    [["assess", "--as-of", "--json"], /--as-of needs a value/],
    [["assess", "--json=yes"], /--json takes no value, got "yes"/],
    [["assess", "extra"], /"assess" does not take "extra"/],
    [["explain"], /"explain" needs SCENARIO/],
    [["assess", "--as-of", "2025-02-30", "--watch", EXAMPLE], /"2025-02-30"; a calendar day such as/],
    [
      ["assess", "--as-of", "2019-12-31", "--watch", EXAMPLE],
      /before the watch begins; a day from 2020-01-01/,
    ],
    [["assess", "--as-of", "9999-01-01", "--watch", EXAMPLE], /a calendar day such as/],
    [["replay", "--step", "year", "--watch", EXAMPLE], /--step is "year"; one of month, week, day/],
    [["replay", "--from", "2025-01-01", "--to", "2024-01-01", "--watch", EXAMPLE], /before --from/],
    [["replay", "--from", "2000-01-01", "--watch", EXAMPLE], /--from 2000-01-01 is before the watch begins/],
    [["explain", "war", "--watch", EXAMPLE], /no scenario "war"; one of mapping, cutting/],
    [["serve", "--port", "70000"], /--port is "70000"/],
    [
      ["import", "a.json", "--kind", "docx"],
      /--kind is "docx"; one of csv, geojson, stix, gdelt, omm, tle, satcat, gcat would be right/,
    ],
    [["brief", "--format", "odt"], /one of md, html, pdf, docx, json/],
    [["brief", "--format", "pdf"], /pdf needs --out FILE/],
    [["belief", "explain", "x.bif"], /needs --query VARIABLE/],
    [["warn", "acknowledge", "mapping-2022-09"], /needs --by ROLE/],
  ];
  test.each(cases)("%j", async (argv, said) => {
    const { exitCode, err, out } = await tocsin(...argv);
    expect(err).toMatch(said);
    expect(err).not.toMatch(/\n/);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
  });
});

test("a store that cannot be opened exits 3 and names its place", async () => {
  const file = path.join(home, "not-a-folder");
  writeFileSync(file, "");
  const { exitCode, err } = await commandLine(file)("assess", "--watch", EXAMPLE);
  expect(err).toMatch(/^tocsin: .*not-a-folder\/arctic-cables\.sqlite: /);
  expect(exitCode).toBe(3);
});

test("a wrong database address is wrong use, and its password is not said", async () => {
  const home = temporaryFolder();
  const env = { TOCSIN_HOME: home, TOCSIN_DATABASE_URL: "mysql://me:secret@host/db" };
  const { exitCode, err } = await commandLine(home, { env })("assess", "--watch", EXAMPLE);
  expect(err).toMatch(/must look like postgres:/);
  expect(err).not.toMatch(/secret/);
  expect(exitCode).toBe(2);
});

test("a watch that is not there exits 1, and the trace is shown to whoever asks for it alone", async () => {
  const home = temporaryFolder();
  const quiet = await commandLine(home)("assess", "--watch", "nowhere");
  expect(quiet.err).toMatch(/^nowhere\/watch\.yaml: /);
  expect(quiet.err).not.toMatch(/\.ts:\d+/);
  expect(quiet.exitCode).toBe(1);
  const loud = commandLine(home, { env: { TOCSIN_HOME: home, TOCSIN_DEBUG: "1" } });
  expect((await loud("assess", "--watch", "nowhere")).err).toMatch(/read-watch\.ts:\d+/);
});

test("help names every verb, and every verb tells its options", async () => {
  const all = await tocsin("--help");
  expect(all.exitCode).toBe(0);
  for (const { name, summary, load } of VERBS) {
    expect(all.out).toContain(summary);
    const { out, exitCode } = await tocsin(...name.split(" "), "--help");
    expect(out).toContain(`tocsin ${name}`);
    for (const option of Object.keys((await load()).options)) expect(out).toContain(`--${option}`);
    expect(exitCode).toBe(0);
  }
});

test("the version is that of the package", async () => {
  expect((await tocsin("--version")).out).toMatch(/^\d+\.\d+\.\d+$/);
});
