import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { hashPassword, isPasswordOf, passwordFault } from "./password.ts";

test("a password is known by its hash, another is not, and equal ones are kept unlike", async () => {
  const [kept, again] = await Promise.all(
    [1, 2].map(() => hashPassword("correct horse battery", randomBytes(16))),
  );
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(kept).not.toBe(again);
  expect(await isPasswordOf("correct horse battery", kept!)).toBe(true);
  expect(await isPasswordOf("correct horse batterz", kept!)).toBe(false);
});

test("a hash of the reference implementation is read, whatever it cost", async () => {
  // phc-winner-argon2, test.c: version 19, t=2, m=2^8 KiB, p=1, "password", "somesalt"
  const phc = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
  expect(await isPasswordOf("password", phc)).toBe(true);
  expect(await isPasswordOf("passwore", phc)).toBe(false);
});

test("the same letters written in two ways are the same password", async () => {
  const kept = await hashPassword("Žluťoučký kůň pěl".normalize("NFD"), randomBytes(16));
  expect(await isPasswordOf("Žluťoučký kůň pěl".normalize("NFC"), kept)).toBe(true);
});

test("what is no hash is nobody's password", async () => {
  expect(await isPasswordOf("", "")).toBe(false);
  expect(await isPasswordOf("x", "$2b$10$abcdefghijklmnopqrstuv")).toBe(false);
});

test("length counts, and the account's name does not belong in it; nothing else is asked of it", () => {
  expect(passwordFault("elevenchars", "duty")).toMatch("11 characters");
  expect(passwordFault("a".repeat(257), "duty")).toMatch("257 characters");
  expect(passwordFault("aaaaaaaaaaaaaa", "duty")).toMatch("repeats");
  expect(passwordFault("My-Duty-Password", "duty")).toMatch("the account's name");
  expect(passwordFault("correct horse battery", "duty")).toBeNull();
  expect(passwordFault("четыре слова подряд", "duty")).toBeNull();
});
