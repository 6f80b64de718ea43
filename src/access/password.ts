import { argon2, timingSafeEqual } from "node:crypto";
import { OutsideFailed } from "#model/input-error.ts";

/** Argon2id as OWASP's Password Storage Cheat Sheet asks: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const HASH_BYTES = 32;
export const SALT_BYTES = 16;

/** Shorter passwords are refused (OWASP ASVS 5.0, 6.2.1, and three characters more than it wants). */
const LEAST_CHARACTERS = 12;
const MOST_CHARACTERS = 256;

/** What is wrong with a password of that account, null where nothing is. There are no rules of composition. */
export function passwordFault(password: string, account: string): string | null {
  const { length } = Array.from(password.normalize("NFKC"));
  if (length < LEAST_CHARACTERS)
    return `it has ${length} characters; ${LEAST_CHARACTERS} or more would be right`;
  if (length > MOST_CHARACTERS)
    return `it has ${length} characters; ${MOST_CHARACTERS} at most would be right`;
  if (new Set(password).size < 5)
    return "it repeats a few characters; a phrase of several words would be right";
  if (password.toLowerCase().includes(account)) return "it holds the account's name; another would be right";
  return null;
}

/** The password's hash as a PHC string, `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
export async function hashPassword(password: string, salt: Uint8Array): Promise<string> {
  const { memory, passes, parallelism } = COST;
  const hash = await argon2id(password, { salt, ...COST });
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`;
}

/** Whether a PHC string is that of the password; it is worked out as the string says it was made. */
export async function isPasswordOf(password: string, phc: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, kept] = PHC.exec(phc) ?? [];
  if (kept === undefined) return false;
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const hash = await argon2id(password, { salt: Buffer.from(salt!, "base64"), ...cost });
  const expected = Buffer.from(kept, "base64");
  return expected.length === hash.length && timingSafeEqual(expected, hash);
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

function argon2id(
  password: string,
  { salt, ...cost }: typeof COST & { readonly salt: Uint8Array },
): Promise<Uint8Array> {
  if (typeof argon2 !== "function")
    throw new OutsideFailed(`Node ${process.versions.node} has no Argon2; 24.7 or later would be right`);
  const message = password.normalize("NFKC");
  return new Promise((resolve, reject) => {
    argon2("argon2id", { message, nonce: salt, tagLength: HASH_BYTES, ...cost }, (error, hash) =>
      error ? reject(error) : resolve(hash),
    );
  });
}

/** Without padding, as PHC wants it. */
function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64").replaceAll("=", "");
}
