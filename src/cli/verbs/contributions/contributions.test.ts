import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { RecordedContribution } from "#model/contribution.ts";
import type { RecordedDocument } from "#model/source-document.ts";
import { commandLine, EXAMPLE, NOW, temporaryFolder } from "../../testing/recorded-shell.ts";

function place() {
  const home = temporaryFolder();
  const tocsin = commandLine(home);
  const run = async (...argv: string[]) => {
    const said = await tocsin(...argv, "--watch", EXAMPLE);
    return {
      ...said,
      json:
        said.out.startsWith("[") || said.out.startsWith("{") ? JSON.parse(said.out.split("\n")[0]!) : null,
    };
  };
  const file = path.join(home, "note.txt");
  const add = (text: string, ...more: string[]) => {
    writeFileSync(file, text);
    return run("contributions", "add", file, "--by", "harbour-watch", "--json", ...more);
  };
  const list = async () => (await run("contributions", "--json")).json as RecordedContribution[];
  const documents = async () => (await run("export", "--documents")).json as RecordedDocument | null;
  return { run, add, list, documents };
}

test("what is handed in is read by nobody until it is accepted, and then a document with its marking", async () => {
  const { run, add, list, documents } = place();
  const { id } = (
    await add("A ship off the landing\n\nIt has waited there since noon.", "--marking", "TLP:GREEN")
  ).json as { id: string };
  expect(await list()).toMatchObject([{ id, receivedAt: NOW, vetting: null }]);
  expect(await documents()).toBeNull();
  const vetted = await run(
    "contributions",
    "vet",
    id.slice(0, 8),
    "--decision",
    "accepted",
    "--by",
    "duty",
    "--json",
  );
  expect(vetted.json).toMatchObject({ id, vetting: { decision: "accepted", by: "duty", at: NOW } });
  expect(await documents()).toMatchObject({
    document: {
      ...{ source: "contribution/harbour-watch", kind: "contribution", title: "A ship off the landing" },
      ...{ text: "It has waited there since noon.", attributes: { marking: "TLP:GREEN" } },
    },
  });
});

test("what is rejected never becomes a document", async () => {
  const { run, add, list, documents } = place();
  const { id } = (await add("Nonsense")).json as { id: string };
  await run("contributions", "vet", id, "--decision", "rejected", "--by", "duty", "--note", "no such ship");
  expect(await list()).toMatchObject([{ vetting: { decision: "rejected", note: "no such ship" } }]);
  expect(await documents()).toBeNull();
});

test("what cannot be handed in or decided is told why", async () => {
  const { run, add } = place();
  expect(await add("")).toMatchObject({ exitCode: 1, err: expect.stringMatching(/its title is not right/) });
  expect(await add("A", "--url", "file:///etc/passwd")).toMatchObject({
    exitCode: 1,
    err: expect.stringMatching(/its url/),
  });
  expect(await run("contributions", "vet", "abc", "--decision", "accepted", "--by", "x")).toMatchObject({
    exitCode: 2,
  });
  expect(await run("contributions", "vet", "abc", "--decision", "perhaps", "--by", "x")).toMatchObject({
    exitCode: 2,
  });
});

test("JSON is handed in with what is known of it, entered with its marking, and taken back", async () => {
  const { run } = place();
  const file = path.join(temporaryFolder(), "given.json");
  const given = {
    contributor: "harbour-watch",
    title: "A ship lingered",
    text: "Six hours.",
    on: "2026-11-20",
  };
  writeFileSync(file, JSON.stringify([given, { ...given, on: "soon" }, 7]));
  const handed = await run("contribute", file);
  expect(handed).toMatchObject({ exitCode: 1, out: expect.stringMatching(/^\w{64}: in quarantine/) });
  expect(handed.err.split("\n")).toEqual([
    `${file}: on: expected a calendar day such as 2026-11-23`,
    expect.stringContaining(`${file}: contribution: `),
  ]);
  const id = handed.out.slice(0, 64);
  const how = ["--accept", "--stream", "incidents", "--kind", "sighting", "--by", "analyst"];
  expect((await run("contributions", "vet", id, ...how)).out).toBe(`${id}: entered as contributed/${id}`);
  const exported = (await run("export", "--csv")).out.split("\n");
  expect(exported.find((row) => row.startsWith(`contributed/${id}`))).toMatch(/TLP:AMBER/);
  expect((await run("contributions", "--decided")).out).toMatch(/entered/);
  expect((await run("contributions", "vet", id, "--undo", "--by", "analyst")).out).toBe(`${id}: undone`);
  expect((await run("export", "--csv")).out).not.toContain(id);
  expect((await run("contributions", "--decided")).out).not.toContain("harbour-watch");
});

test.each([
  [["--accept"], /an entry needs --stream and --kind/],
  [["--undo"], /needs --by ROLE/],
  [["--by", "a"], /one of --accept, --reject REASON, --undo and --decision WORD/],
  [["--by", "a", "--reject", "dull"], /--reject is "dull"; one of unsupported/],
])("vetting with %j is wrong use, said in one line", async (options, said) => {
  const { exitCode, err } = await place().run("contributions", "vet", "x", ...options);
  expect([exitCode, err.split("\n").length]).toEqual([2, 1]);
  expect(err).toMatch(said);
});
