import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Notice } from "#model/notice.ts";
import { webhookSignature } from "../../../cycle/clients/ways/by-webhook.ts";
import { commandLine, EXAMPLE, temporaryFolder } from "../../testing/recorded-shell.ts";

const SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;

/** A receiver that answers with those statuses, one a letter, and with 200 after them. */
const received: { readonly headers: Record<string, unknown>; readonly body: string }[] = [];
const statuses: number[] = [];
const server = createServer(
  (request, reply) =>
    void text(request).then((body) => {
      received.push({ headers: request.headers, body });
      reply.writeHead(statuses.shift() ?? 200).end("thank you");
    }),
);
let hook = "";
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  hook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterAll(() => server.close());

/** An installation with a list of clients, on a day that can be moved. */
function installation(...clients: object[]) {
  const home = temporaryFolder();
  const list = path.join(home, "clients.yaml");
  // JSON is YAML.
  writeFileSync(list, JSON.stringify({ pages: "https://tocsin.example.org", clients }, null, 1));
  writeFileSync(path.join(home, "secret"), SECRET);
  return async (at: string, ...words: string[]) => {
    const line = commandLine(home, { now: () => at });
    return line(...words, "--clients", list, "--watch", EXAMPLE);
  };
}

const noticesIn = ({ out }: { readonly out: string }) => JSON.parse(out) as Notice[];
const client = (changed: object) => ({
  ...{ id: "desk", name: "Desk", to: hook, since: "2026-11-01", from: "watch", secretFile: "secret" },
  ...changed,
});
const [MORNING, SOON, LATER] = ["07:00", "07:04", "07:06"].map((time) => `2026-11-23T${time}:00.000Z`) as [
  string,
  string,
  string,
];

test("what a client does not know is told once; what failed is told later, signed and under one id", async () => {
  const tocsin = installation(client({}));
  statuses.push(503);
  const failed = await tocsin(MORNING, "clients", "tell", "--json");
  expect([failed.exitCode, noticesIn(failed)]).toEqual([
    3,
    [expect.objectContaining({ outcome: "failed", fault: expect.stringMatching(/503 thank you/) })],
  ]);
  expect(noticesIn(await tocsin(SOON, "clients", "tell", "--json"))).toEqual([]);
  const told = noticesIn(await tocsin(LATER, "clients", "tell", "--json"));
  expect(told).toMatchObject([
    { client: "desk", outcome: "told", tries: 2, item: "change/mapping-2026-01/2026-01/watch" },
  ]);
  expect(noticesIn(await tocsin("2026-11-24T07:00:00.000Z", "clients", "tell", "--json"))).toEqual([]);
  expect(received).toHaveLength(2);
  for (const { headers, body } of received) {
    const signed = `${String(headers["webhook-id"])}.${String(headers["webhook-timestamp"])}.${body}`;
    expect(headers["webhook-signature"]).toBe(webhookSignature(SECRET, signed));
    expect(JSON.parse(body)).toMatchObject({
      type: "tocsin.warning.changed",
      data: {
        warning: "mapping-2026-01",
        to: "watch",
        url: expect.stringMatching(/^https:\/\/tocsin\.example\.org\/warnings\?/),
      },
    });
  }
  expect(new Set(received.splice(0).map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

test("run tells too, a list shows how it stands, and no address is kept", async () => {
  const folder = temporaryFolder();
  const tocsin = installation(client({ to: `file://${folder}`, brief: "weekly", secretFile: undefined }));
  const run = await tocsin(MORNING, "run", "--no-serve");
  expect(run.err).toMatch(/^desk: told: .*→ watch$/m);
  const [change, brief] = readdirSync(folder)
    .map((name) => readdirSync(path.join(folder, name)).toSorted())
    .toSorted((a, b) => a.length - b.length);
  expect([change, brief]).toEqual([
    ["letter.txt", "tocsin.json"],
    ["brief.pdf", "letter.txt", "tocsin.json"],
  ]);
  const [standing] = JSON.parse((await tocsin(MORNING, "clients", "--json")).out) as [
    Record<string, unknown>,
  ];
  expect(standing).toMatchObject({ client: "desk", by: "file", told: 2, due: [], withheld: 0, failed: [] });
  expect(JSON.stringify(standing)).not.toContain(folder);
  // A week later there is a newer brief, six days later not yet.
  await tocsin("2026-11-29T07:00:00.000Z", "run", "--no-serve");
  expect(readdirSync(folder)).toHaveLength(2);
  await tocsin("2026-11-30T07:00:00.000Z", "run", "--no-serve");
  expect(readdirSync(folder).length).toBeGreaterThanOrEqual(3);
  const past = await tocsin("2026-12-31T07:00:00.000Z", "run", "--no-serve", "--as-of", "2022-12-31");
  expect(past.err).not.toMatch(/told/);
});

test("a change that the record no longer bears out is taken back", async () => {
  const [home, folder, dir] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
  cpSync(EXAMPLE, dir, { recursive: true });
  const list = path.join(home, "clients.yaml");
  writeFileSync(
    list,
    JSON.stringify({ clients: [client({ to: `file://${folder}`, secretFile: undefined })] }),
  );
  const tell = async (at: string) =>
    noticesIn(
      await commandLine(home, { now: () => at })(
        "clients",
        "tell",
        "--json",
        "--clients",
        list,
        "--watch",
        dir,
      ),
    );
  const [told] = await tell(MORNING);
  const record = path.join(dir, "record");
  for (const name of readdirSync(record)) {
    const [head = ""] = readFileSync(path.join(record, name), "utf8").split("\n");
    writeFileSync(path.join(record, name), `${head}\n`);
  }
  const withdrawn = await tell(LATER);
  expect(withdrawn).toMatchObject([
    { item: `withdrawn/${told!.item}`, title: `Withdrawn: ${told!.title}`, outcome: "told" },
  ]);
  expect(await tell(LATER)).toEqual([]);
});

test("what is sealed is opened by its client alone, and a change marked above a ceiling is held back", async () => {
  const [partner, folder] = [commandLine(temporaryFolder()), temporaryFolder()];
  await partner("keys", "make");
  const { receives } = JSON.parse((await partner("keys", "--json")).out) as { receives: string };
  const tocsin = installation(client({ to: `file://${folder}`, secretFile: undefined, receives }));
  await tocsin(MORNING, "clients", "tell");
  const [name = ""] = readdirSync(folder);
  expect(readFileSync(path.join(folder, name, "letter.txt"), "utf8")).not.toMatch(/watch|warning|odds/i);
  const sealed = path.join(folder, name, "tocsin.txt.age");
  expect((await partner("open", sealed)).exitCode).toBe(0);
  expect(readFileSync(sealed.replace(/\.age$/, ""), "utf8")).toMatch(/→ watch/);

  const [home, dir, list] = [temporaryFolder(), temporaryFolder(), path.join(folder, "clients.yaml")];
  cpSync(EXAMPLE, dir, { recursive: true });
  const watch = path.join(dir, "watch.yaml");
  writeFileSync(
    watch,
    readFileSync(watch, "utf8").replace("id: arctic-cables", "id: arctic-cables\nmarking: TLP:AMBER"),
  );
  writeFileSync(
    list,
    JSON.stringify({ clients: [client({ to: `file://${folder}`, secretFile: undefined })] }),
  );
  const options = ["--clients", list, "--watch", dir, "--json"];
  expect(JSON.parse((await commandLine(home)("clients", ...options)).out)).toMatchObject([
    { due: [], withheld: 1 },
  ]);
  expect(noticesIn(await commandLine(home)("clients", "tell", ...options))).toEqual([]);
});

test("a trial tells nothing, and says whether it arrived", async () => {
  const tocsin = installation(client({}));
  expect(await tocsin(MORNING, "clients", "try", "desk")).toMatchObject({ exitCode: 0, out: "desk: taken" });
  expect(JSON.parse(received.splice(0)[0]!.body)).toMatchObject({ type: "tocsin.trial" });
  statuses.push(410);
  const refused = await tocsin(MORNING, "clients", "try", "desk");
  expect([refused.exitCode, refused.err]).toEqual([3, expect.stringMatching(/HTTP 410/)]);
  expect((await tocsin(MORNING, "clients", "try", "nobody")).exitCode).toBe(2);
});

test.each([
  [{ to: "https://example.org/hook", secretFile: undefined }, /secretFile"; expected a file with a secret/],
  [
    { to: "https://example.org/hook", secretFile: "none" },
    /none cannot be read; expected a file with whsec_/,
  ],
  [{ to: "http://example.org/hook" }, /to is "http:\/\/example.org\/hook"; expected mailto:/],
  [{ to: "mailto:a@example.org", secretFile: undefined }, /no "mail"; expected `server` and `from`/],
  [{ scenarios: ["mappingg"] }, /unknown scenario "mappingg"; expected .*perhaps "mapping"/],
  [{ ceiling: "TLP:RED" }, /ceiling is "TLP:RED"; expected one of/],
])("a list with %j is refused in one line", async (changed, line) => {
  const { exitCode, err } = await installation(client(changed))(MORNING, "clients");
  expect([exitCode, err.split("\n").length, err]).toEqual([1, 1, expect.stringMatching(line)]);
});
