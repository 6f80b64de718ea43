import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { askingOverTls } from "../api/testing/ask-over-tls.ts";
import { certificateFor } from "../api/testing/certificate.ts";
import { commandLine, EXAMPLE, temporaryFolder } from "./testing/recorded-shell.ts";

const folder = temporaryFolder();

/** The certificate in two files; answers the options that name them. */
function certified(name: string, wanted: Parameters<typeof certificateFor>[0] = {}) {
  const made = certificateFor(wanted);
  const [cert, key] = [path.join(folder, `${name}.crt`), path.join(folder, `${name}.key`)];
  writeFileSync(cert, made.cert);
  writeFileSync(key, made.key);
  return { ...made, options: ["--tls-cert", cert, "--tls-key", key] };
}

const PHRASE = "correct horse battery";
const SOUND = certified("sound", { names: ["tocsin.test"] });
const OUTSIDE = ["--host", "0.0.0.0", "--public-url", "https://tocsin.test"];
const operator = (home: string) =>
  commandLine(home, {
    async *lines() {
      yield PHRASE;
    },
  });

test.each([
  [["--host", "0.0.0.0"], /without TLS; --tls-cert and --tls-key, or --behind-proxy, would be right/],
  [["--host", "192.0.2.7"], /without TLS/],
  [["--public-url", "https://tocsin.test"], /without TLS/],
  [["--host", "0.0.0.0", ...SOUND.options], /--public-url https:\/\/… would be right/],
  [["--behind-proxy"], /by what name the proxy is asked/],
  [["--behind-proxy", "--public-url", "http://tocsin.test"], /--public-url is "http:/],
  [["--behind-proxy", "--public-url", "https://tocsin.test/sub"], /--public-url is/],
  [["--behind-proxy", ...OUTSIDE, ...SOUND.options], /--behind-proxy leaves TLS to the proxy/],
  [["--tls-cert", "x.crt"], /go together/],
  [["--host", "a b", ...SOUND.options], /--host is "a b"/],
  [[...OUTSIDE, ...SOUND.options], /nobody has an account; "tocsin user add NAME/],
  [[...OUTSIDE, "--behind-proxy"], /nobody has an account/],
])("serving with %j is refused in one line", async (options, line) => {
  for (const verb of ["serve", "run"]) {
    const said = await operator(temporaryFolder())(verb, ...options, "--watch", EXAMPLE);
    expect(said).toMatchObject({ exitCode: 2, err: expect.stringMatching(line) });
    expect(said.err.split("\n").filter((one) => !one.startsWith("read the record"))).toHaveLength(1);
  }
});

test.each([
  ["expired", { to: "2026-11-22T00:00:00Z" }, /expired.crt: this certificate expired on 2026-11-22/],
  ["early", { from: "2026-11-24T00:00:00Z" }, /early.crt: this certificate holds from 2026-11-24/],
])("an %s certificate is told in one line", async (name, wanted, line) => {
  const { options } = certified(name, wanted);
  const said = await operator(folder)("serve", ...options, "--watch", EXAMPLE);
  expect(said).toMatchObject({ exitCode: 1, err: expect.stringMatching(line) });
});

test("the key of another certificate, files that hold none, and files that are absent are told in one line", async () => {
  const [, cert, , key] = SOUND.options as [string, string, string, string];
  const [, , , other] = certified("other").options as [string, string, string, string];
  const [junk, locked] = [path.join(folder, "junk.pem"), path.join(folder, "locked.key")];
  writeFileSync(junk, "junk");
  writeFileSync(locked, "-----BEGIN ENCRYPTED PRIVATE KEY-----\n");
  const cases: [string, string, RegExp][] = [
    [cert, other, /other.key: this is not the key of .*sound.crt/],
    [junk, key, /junk.pem: this is no certificate/],
    [cert, junk, /junk.pem: this is no private key/],
    [cert, locked, /locked.key: this key has a passphrase/],
    [path.join(folder, "absent"), key, /absent: no such file/],
    [cert, folder, /a folder/],
  ];
  for (const [certFile, keyFile, line] of cases) {
    const named = ["--tls-cert", certFile, "--tls-key", keyFile];
    const said = await operator(folder)("serve", ...named, "--watch", EXAMPLE);
    expect(said).toMatchObject({ exitCode: 1, err: expect.stringMatching(line) });
    expect(said.err).not.toContain("\n");
  }
});

test("with an account and a certificate others are served by TLS, and a token made meanwhile opens it", async () => {
  const home = temporaryFolder();
  const user = operator(home);
  await user("user", "add", "duty", "--role", "analyst", "--watch", EXAMPLE);
  let stop = () => {};
  const stopped = new Promise<void>((done) => (stop = done));
  let told = (_address: string) => {};
  const address = new Promise<string>((done) => (told = done));
  const options = ["--port", "0", ...OUTSIDE, ...SOUND.options, "--watch", EXAMPLE];
  const served = commandLine(home, { stopped: () => stopped, out: told })("serve", ...options);
  const port = Number(/^https:\/\/0\.0\.0\.0:(\d+)$/.exec(await address)?.[1]);
  const ask = askingOverTls(port, SOUND.cert, "tocsin.test");
  expect((await ask("/api/watch")).status).toBe(401);
  const { out: token } = await user("user", "token", "duty", "--name", "api", "--watch", EXAMPLE);
  const headers = { authorization: `Bearer ${token}` };
  expect((await ask("/api/watch", { headers })).status).toBe(200);
  const body = { account: "Duty", password: PHRASE };
  expect((await ask("/api/session", { method: "POST", body })).cookie).toMatch(/^__Host-tocsin=/);
  await user("user", "revoke", "duty", "--name", "api", "--watch", EXAMPLE);
  expect((await ask("/api/watch", { headers })).status).toBe(401);
  stop();
  expect((await served).exitCode).toBe(0);
});
