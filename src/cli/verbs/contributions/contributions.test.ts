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
