import path from "node:path";
import { clientList, type ClientList } from "#model/client.ts";
import { InputError, type InputIssue } from "#model/input-error.ts";
import type { Watch } from "#model/watch.ts";
import { itemsOf, type Located, type Path } from "./located.ts";
import { strangersIn, twinIssues } from "./names.ts";
import { readLocated } from "./read-located.ts";
import { readText } from "./read-text.ts";

/** Who is told, with the secrets that stand in files of their own. */
export interface Clients extends ClientList {
  /** By the client's id, as Standard Webhooks write them: `whsec_…`. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly mailPassword: string | null;
}

/** Reads who is told of a watch without asking. Throws InputError with all that is wrong. */
export function readClients(file: string, watch: Watch): Clients {
  const { value: located, issues } = readLocated(file, clientList);
  if (located === null) throw new InputError(issues);
  const { clients, mail } = located.value;
  const inFile = secretsBeside(file, located);
  const secrets = new Map(
    clients.flatMap(({ id, secretFile }, i) =>
      secretFile === undefined
        ? []
        : [[id, inFile.secret(secretFile, ["clients", i, "secretFile"])] as const],
    ),
  );
  const passwordFile = mail?.passwordFile;
  const mailPassword =
    passwordFile === undefined ? null : inFile.password(passwordFile, ["mail", "passwordFile"]);
  const faults = [...clientIssues(located, watch), ...inFile.issues];
  if (faults.length > 0) throw new InputError(faults);
  return { ...located.value, secrets, mailPassword };
}

function clientIssues({ value, place }: Located<ClientList>, { scenarios }: Watch): InputIssue[] {
  const clients = itemsOf({ value: value.clients, place: (path) => place(["clients", ...path]) });
  const asked = clients.flatMap((client) =>
    (client.value.scenarios ?? []).map((word, i) => ({ word, place: client.place(["scenarios", i]) })),
  );
  const known = new Set(scenarios.map(({ id }) => id));
  return [
    ...twinIssues(clients),
    ...strangersIn(asked, known, "scenario", `one of ${[...known].join(", ")}`),
  ];
}

/** Reads secrets from files named relative to the list's own folder, and gathers what is wrong with them. */
function secretsBeside(file: string, { place }: Located<ClientList>) {
  const issues: InputIssue[] = [];
  const read = (name: string, at: Path, wanted: RegExp, right: string): string => {
    const { text } = readText(path.resolve(path.dirname(file), name));
    const secret = text?.trim() ?? "";
    if (wanted.test(secret)) return secret;
    const wrong = text === null ? `${name} cannot be read` : `${name} holds no such secret`;
    issues.push({ ...place(at), wrong, right });
    return "";
  };
  return {
    issues,
    password: (name: string, at: Path) =>
      read(name, at, /^.+$/, "expected a file with one line: the password"),
    secret: (name: string, at: Path) =>
      read(name, at, WEBHOOK_SECRET, "expected a file with whsec_ and 24 to 64 random bytes in base64"),
  };
}

/** https://www.standardwebhooks.com: 24 to 64 bytes. */
const WEBHOOK_SECRET = /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/;
