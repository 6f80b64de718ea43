import { hashPassword, passwordFault, SALT_BYTES } from "#access/index.ts";
import { InputError } from "#model/input-error.ts";
import { type Account, isAccountName, ROLES } from "#model/account.ts";
import { MARKINGS } from "#model/observation.ts";
import { markingNamed } from "#model/release.ts";
import { WrongUse } from "../../failure.ts";
import { oneOf } from "../../options.ts";
import type { Shell } from "../../shell.ts";

export const ROLE = {
  role: { takes: "ROLE", summary: "reader: reads; analyst: decides and hands in too; steward: vets too" },
} as const;
export const CEILING = {
  ceiling: {
    takes: "TLP",
    summary: "the strictest marking it is shown: clear (unless given), green, amber, amber+strict, red",
  },
} as const;

/** The name as an account's; WrongUse where none can be called so. */
export function accountNameIn(text: string): string {
  if (isAccountName(text)) return text;
  throw new WrongUse(
    `"${text}" is no name for an account; 2 to 32 of a–z, 0–9, ".", "_" and "-", a letter first, would be right`,
  );
}

export function roleIn(text: string): Account["role"] {
  return oneOf("role", text, ROLES);
}

export function shownUpTo(text: string): Account["ceiling"] {
  const marking = markingNamed(text);
  if (marking !== null) return marking;
  throw new WrongUse(`--ceiling is "${text}"; one of ${MARKINGS.join(", ")} would be right`);
}

/** The hash of a password that is typed twice unseen, or is the first line of standard input; InputError where it will not do. */
export async function askedPassword(account: string, shell: Shell): Promise<string> {
  const typed = await shell.secret(`Password for ${account}`);
  const again = typed === null ? null : await shell.secret("Again");
  const password = typed ?? (await firstLine(shell));
  const fault =
    typed === again ? passwordFault(password, account) : "it was typed differently the second time";
  if (fault !== null) throw new InputError([refused(fault)]);
  return hashPassword(password, shell.random(SALT_BYTES));
}

function refused(fault: string) {
  const [wrong = "", right = "type it alike twice"] = fault.split("; ");
  return { file: "password", wrong, right };
}

async function firstLine(shell: Shell): Promise<string> {
  for await (const line of shell.lines()) return line;
  return "";
}

/** An account in a few words. */
export function accountInWords({ name, role, ceiling }: Account): string {
  return `${name}: ${role}, shown up to ${ceiling}`;
}
