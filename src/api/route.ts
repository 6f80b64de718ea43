import type { z } from "zod";
import type { Role } from "#model/account.ts";
import type { Asker } from "./asker.ts";
import type { Routes } from "./contract.ts";
import type { Desk } from "./desk.ts";
import type { Shows } from "./showing.ts";

/** One route of the contract: what it asks, what it replies, and how it finds out. */
export interface Route<Name extends keyof Routes = keyof Routes, Asks extends z.ZodObject = z.ZodObject> {
  readonly name: Name;
  readonly summary: string;
  /** Parameters of the path, and of the query or, for a POST, of the body: each under its own name. */
  readonly asks: Asks;
  readonly replies: z.ZodType<Routes[Name]>;
  /** Who may ask it: everybody what reads, and stewards alone what writes, where it is not said. */
  readonly role?: Role;
  /** What it may tell of; the whole record where it is not said. */
  readonly shows?: Shows;
  /** Media types it can answer in besides JSON. */
  readonly otherMedia?: readonly string[];
  readonly answer: (asked: z.infer<Asks>, desk: Desk, asker: Asker) => Promise<Routes[Name] | Response>;
}

/** A route whose `answer` knows the types of what it asks. */
export function defineRoute<Name extends keyof Routes, Asks extends z.ZodObject>(
  route: Route<Name, Asks>,
): Route {
  return route as unknown as Route;
}

/** `GET /api/observations/:id` as its parts. */
export function methodAndPath(name: keyof Routes): { method: "GET" | "POST"; path: string } {
  const [method, path] = name.split(" ") as ["GET" | "POST", string];
  return { method, path };
}

/** The role that an account needs for it. */
export function roleFor({ name, role }: Route): Role {
  return role ?? (methodAndPath(name).method === "GET" ? "reader" : "steward");
}
