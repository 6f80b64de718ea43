import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import type { Client } from "#model/client.ts";
import { byMail } from "./by-mail.ts";
import type { Wires } from "./way.ts";

const NOW = "2026-11-29T07:00:00.000Z";
const client: Client = {
  ...{ id: "desk", name: "Desk", to: "mailto:desk@example.org", since: "2026-11-29", from: "warning" },
  ...{ ceiling: "TLP:CLEAR", brief: "never" },
};
const letter = {
  ...{
    id: "urn:uuid:2e82585c-c423-5282-bc57-7edca33932e6",
    subject: "[TLP:CLEAR] Spying: warning → critical",
  },
  ...{ text: "It went.\r\nBcc: other@example.org\n", json: "{}" },
  attachments: [{ name: "tocsin.json", mediaType: "application/json", bytes: Buffer.from('{"a":1}') }],
};

const servers: SMTPServer[] = [];
afterEach(() =>
  Promise.all(servers.splice(0).map((server) => new Promise<void>((done) => server.close(done)))),
);

/** A mail server that takes mail from one account; what it took, and how it is reached. */
async function mailServer(options: Partial<ConstructorParameters<typeof SMTPServer>[0]> = {}) {
  const taken: { readonly to: readonly string[]; readonly mail: string }[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ["STARTTLS"], allowInsecureAuth: true },
    onAuth: ({ username, password }, _session, done) =>
      password === "right" ? done(null, { user: username }) : done(new Error("no such account")),
    onData: (stream, { envelope }, done) =>
      void text(stream).then((mail) => {
        taken.push({ to: envelope.rcptTo.map(({ address }) => address), mail });
        done();
      }),
    ...options,
  });
  servers.push(server);
  server.on("error", () => {});
  await new Promise<void>((listening) => server.listen(0, "0.0.0.0", listening));
  const { port } = server.server.address() as AddressInfo;
  const wires = (account = "", mailPassword: string | null = null): Wires => ({
    ...{ fetch: () => Promise.reject(new Error("mail asks no address")), now: () => NOW, mailPassword },
    ...{ mail: { server: `smtp://${account}127.0.0.1:${port}`, from: "Tocsin <tocsin@example.org>" } },
    ...{ secrets: new Map(), patienceMs: 2000 },
  });
  return { taken, wires };
}

test("a letter arrives whole, to the client alone, under an id that stays the same", async () => {
  const { taken, wires } = await mailServer();
  await byMail.tell(letter, client, wires("tocsin@", "right"));
  const [{ to, mail } = { to: [], mail: "" }] = taken;
  expect(to).toEqual(["desk@example.org"]);
  expect(mail).toMatch(/^Message-ID: <2e82585c-c423-5282-bc57-7edca33932e6@tocsin>\r$/m);
  expect(mail).toMatch(/^Subject: =\?UTF-8\?/m);
  expect(mail).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(mail).toContain(Buffer.from('{"a":1}').toString("base64"));
});

test("a server that refuses the account or the mail, or says nothing, is said to have", async () => {
  const strict = await mailServer({ onMailFrom: (_from, _session, done) => done(new Error("550 not you")) });
  await expect(byMail.tell(letter, client, strict.wires("tocsin@", "wrong"))).rejects.toThrow(
    /mail: .*account/,
  );
  await expect(byMail.tell(letter, client, strict.wires())).rejects.toThrow(/mail: .*not you/);
  const silent = await mailServer({ onConnect: () => {} });
  const wires = { ...silent.wires(), patienceMs: 200 };
  await expect(byMail.tell(letter, client, wires)).rejects.toThrow(/mail: /);
  expect(strict.taken).toEqual([]);
});

test("no mail goes to another machine's server unless it speaks TLS", async () => {
  const { taken, wires } = await mailServer();
  const here = wires();
  // Another name of this machine stands for another machine.
  const server = here.mail!.server.replace("127.0.0.1", "127.0.0.2");
  const there = { ...here, mail: { ...here.mail!, server } };
  await expect(byMail.tell(letter, client, there)).rejects.toThrow(/TLS/);
  expect(taken).toEqual([]);
});
