import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { commandLine, temporaryFolder } from "../../testing/recorded-shell.ts";

const [home, elsewhere] = [temporaryFolder(), temporaryFolder()];
const tocsin = commandLine(home);
const partner = commandLine(elsewhere);
const file = (name: string, content: string) => {
  writeFileSync(path.join(home, name), content);
  return path.join(home, name);
};
const keysOf = async (line: typeof tocsin) =>
  JSON.parse((await line("keys", "--json")).out) as { signs: string; receives: string };

beforeAll(async () => {
  for (const line of [tocsin, partner]) expect((await line("keys", "make")).exitCode).toBe(0);
});

test("keys are made once, and are for their owner alone", async () => {
  const again = await tocsin("keys", "make");
  expect([again.exitCode, again.err]).toEqual([3, expect.stringMatching(/EEXIST/)]);
  for (const name of ["signing-key.pem", "identity.txt"])
    expect(statSync(path.join(home, "keys", name)).mode & 0o777).toBe(0o600);
  const { signs, receives } = await keysOf(tocsin);
  expect([signs, receives]).toEqual([
    expect.stringMatching(/^ssh-ed25519 AAAA/),
    expect.stringMatching(/^age1pq1/),
  ]);
  const none = await commandLine(temporaryFolder())("keys");
  expect([none.exitCode, none.err]).toEqual([2, expect.stringMatching(/keys make/)]);
});

test("a signed file is told to be whole and by its signer, and a changed one not", async () => {
  const brief = file("brief.md", "Espionage: 87 % (71–95)\n");
  expect((await tocsin("sign", brief)).exitCode).toBe(0);
  const { signs } = await keysOf(tocsin);
  const right = await partner("verify", brief, "--by", `${signs} tocsin@example.org`);
  expect([right.exitCode, right.out]).toEqual([0, expect.stringMatching(/as it was signed by ssh-ed25519/)]);
  const other = await partner("verify", brief, "--by", (await keysOf(partner)).signs);
  expect([other.exitCode, other.err]).toEqual([1, expect.stringMatching(/signed by another key/)]);
  writeFileSync(brief, "Espionage: 17 % (11–25)\n");
  const changed = await partner("verify", brief, "--by", signs, "--json");
  expect([changed.exitCode, JSON.parse(changed.out)]).toEqual([
    1,
    { file: brief, signer: null, verified: false },
  ]);
});

test("what is sealed is opened by its recipients alone, as it was", async () => {
  const bundle = file("bundle.json", '{"type":"bundle"}');
  const { receives } = await keysOf(partner);
  expect((await tocsin("seal", bundle, "--to", receives)).exitCode).toBe(0);
  expect(readFileSync(`${bundle}.age`, "latin1")).toMatch(/^age-encryption\.org\/v1\n/);
  const out = path.join(elsewhere, "opened.json");
  expect((await partner("open", `${bundle}.age`, "--out", out)).exitCode).toBe(0);
  expect(readFileSync(out, "utf8")).toBe('{"type":"bundle"}');
  const own = await tocsin("open", `${bundle}.age`, "--out", path.join(home, "own.json"));
  expect([own.exitCode, own.err]).toEqual([
    1,
    expect.stringMatching(/it cannot be opened .*sealed for this installation/),
  ]);
  const sealed = readFileSync(`${bundle}.age`);
  sealed[sealed.length - 1]! ^= 1;
  const changed = file("changed.age", "");
  writeFileSync(changed, sealed);
  expect((await partner("open", changed)).exitCode).toBe(1);
});

test("nothing is overwritten, and a recipient that is none is refused before anything is written", async () => {
  const plain = file("plain.txt", "x");
  const { receives } = await keysOf(partner);
  await tocsin("seal", plain, "--to", receives);
  const again = await tocsin("seal", plain, "--to", receives);
  expect([again.exitCode, again.err]).toEqual([1, expect.stringMatching(/there is such a file/)]);
  const wrong = await tocsin("seal", file("other.txt", "y"), "--to", "age1nobody");
  expect([wrong.exitCode, wrong.err]).toEqual([2, expect.stringMatching(/"age1nobody" is no age recipient/)]);
  expect(() => statSync(path.join(home, "other.txt.age"))).toThrow();
});
