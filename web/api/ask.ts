import type { Routes } from "../../src/api/contract.ts";

type Route = keyof Routes;

/** What the server, or the way to it, could not do; `code` is the server's own. */
export class AskFailed extends Error {
  override readonly name = "AskFailed";
  readonly code: string;

  constructor(code: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

export interface Asking {
  /** Values for `:name` in the route. */
  readonly path?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string | null | undefined>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** The address of a route, parameters without a value left out. */
export function addressOf(route: Route, { path = {}, params = {} }: Asking): string {
  const pattern = route.slice(route.indexOf(" ") + 1);
  const filled = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(path[name] ?? ""));
  const query = new URLSearchParams(
    Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return query.size > 0 ? `${filled}?${query}` : filled;
}

/** Asks the server; the reply has the shape the contract gives for the route. */
export async function ask<R extends Route>(route: R, asking: Asking = {}): Promise<Routes[R]> {
  const reply = await reach(addressOf(route, asking), {
    method: route.slice(0, route.indexOf(" ")),
    ...(asking.body === undefined ? {} : { body: JSON.stringify(asking.body) }),
    headers: { accept: "application/json", ...(asking.body ? { "content-type": "application/json" } : {}) },
    ...(asking.signal ? { signal: asking.signal } : {}),
  });
  if (!reply.ok) throw await refusal(reply);
  return (await reply.json()) as Routes[R];
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new AskFailed("unreachable", "The server does not answer.", cause);
  }
}

async function refusal(reply: Response): Promise<AskFailed> {
  const told = (await reply.json().catch(() => null)) as {
    error?: { code?: string; message?: string };
  } | null;
  const message = told?.error?.message ?? `The server answered ${reply.status}.`;
  return new AskFailed(told?.error?.code ?? `http-${reply.status}`, message);
}
