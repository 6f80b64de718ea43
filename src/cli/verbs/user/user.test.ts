import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commandLine, EXAMPLE, temporaryFolder } from "../../testing/recorded-shell.ts";

const PHRASE = "correct horse battery";
const ON = ["--watch", EXAMPLE];

/** A command line whose standard input holds that line. */
function operator(home: string, line = PHRASE) {
  return commandLine(home, {
    async *lines() {
      yield line;
    },
  });
}

test("accounts are added, listed, changed and removed, and the log tells of it", async () => {
  const user = operator(temporaryFolder());
  const added = await user("user", "add", "duty", "--role", "analyst", "--ceiling", "amber", ...ON);
  expect(added).toMatchObject({ exitCode: 0, out: "duty: analyst, shown up to TLP:AMBER" });
  expect(await user("user", "add", "duty", "--role", "reader", ...ON)).toMatchObject({ exitCode: 2 });
  await user("user", "change", "duty", "--role", "steward", ...ON);
  const listed = JSON.parse((await user("user", "list", "--json", ...ON)).out) as object[];
  expect(listed).toMatchObject([{ name: "duty", role: "steward", ceiling: "TLP:AMBER", tokens: [] }]);
  expect((await user("user", "remove", "duty", ...ON)).exitCode).toBe(0);
  expect((await user("user", "remove", "duty", ...ON)).err).toMatch('there is no account "duty"');
  const told = JSON.parse((await user("user", "log", "--json", ...ON)).out) as { act: string }[];
  expect(told.map(({ act }) => act)).toEqual(["was added", "was changed", "was removed"]);
});

test("a token is shown once, and neither it nor the password stands in the store", async () => {
  const home = temporaryFolder();
  const user = operator(home);
  await user("user", "add", "feeds", "--role", "reader", ...ON);
  const { out: token } = await user("user", "token", "feeds", "--name", "reader", "--expires", "30", ...ON);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(await user("user", "token", "feeds", "--name", "reader", ...ON)).toMatchObject({ exitCode: 2 });
  const listed = await user("user", "list", ...ON);
  expect(listed.out).toMatch("reader (until 2026-12-23)");
  const kept = readFileSync(`${home}/arctic-cables.sqlite`, "latin1");
  expect([kept.includes(token), kept.includes(PHRASE), listed.out.includes(token)]).toEqual([
    false,
    false,
    false,
  ]);
  expect((await user("user", "revoke", "feeds", "--name", "reader", ...ON)).exitCode).toBe(0);
  expect((await user("user", "revoke", "feeds", "--name", "reader", ...ON)).exitCode).toBe(2);
});

test("a password typed on a terminal is asked for twice, unseen", async () => {
  const typed = [PHRASE, "correct horse batterz", PHRASE, PHRASE];
  const questions: string[] = [];
  const user = commandLine(temporaryFolder(), {
    secret: async (question) => (questions.push(question), typed.shift()!),
  });
  const unlike = await user("user", "add", "duty", "--role", "reader", ...ON);
  expect(unlike).toMatchObject({ exitCode: 1, err: expect.stringMatching("typed differently") });
  expect(await user("user", "add", "duty", "--role", "reader", ...ON)).toMatchObject({ exitCode: 0 });
  expect(questions).toEqual(["Password for duty", "Again", "Password for duty", "Again"]);
});

test.each([
  [["add", "Duty", "--role", "reader"], 2, /is no name for an account/],
  [["add", "duty"], 2, /needs its role/],
  [["add", "duty", "--role", "king"], 2, /--role is "king"/],
  [["add", "duty", "--role", "reader", "--ceiling", "pink"], 2, /--ceiling is "pink"/],
  [["change", "duty"], 2, /nothing is said to change/],
  [["password", "nobody"], 2, /there is no account "nobody"/],
  [["token", "nobody", "--name", "x"], 2, /there is no account "nobody"/],
  [["token", "nobody"], 2, /a token needs its name/],
])("tocsin user %j is told in one line what would be right", async (words, exitCode, line) => {
  const said = await operator(temporaryFolder())("user", ...words, ...ON);
  expect(said).toMatchObject({ exitCode, err: expect.stringMatching(line) });
  expect(said.err).not.toContain("\n");
});

test.each(["short", "duty-duty-duty"])("the password %j is refused in one line", async (password) => {
  const said = await operator(temporaryFolder(), password)("user", "add", "duty", "--role", "reader", ...ON);
  expect(said.exitCode).toBe(1);
  expect(said.err).toMatch(/^password: .* would be right$/);
});
