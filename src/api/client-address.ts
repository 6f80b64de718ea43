import { isIP, isIPv4 } from "node:net";
import type { Context } from "hono";
import type { Reach } from "./reach.ts";

/**
 * From where a request came, as far as failures are counted by it: an IPv4 address, or the /64 of an IPv6 address, all
 * of which one client can have. Behind a proxy it is the last one in `X-Forwarded-For`, which the proxy itself wrote;
 * null where it is unknown.
 */
export function clientAddress(c: Context, { isProxied }: Reach): string | null {
  const said = isProxied ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : socketAddress(c);
  if (said === undefined || isIP(said) === 0) return null;
  const plain = said.replace(/^::ffff:(?=\d+\.)/i, "");
  return isIPv4(plain) ? plain : `${groupsOf(plain).slice(0, 4).join(":")}::/64`;
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = address.replace(/%.*$/, "").split("::");
  const [first, last] = [head, tail ?? ""].map((part) => part.split(":").filter((group) => group !== ""));
  const zeros = Array.from({ length: Math.max(0, 8 - first!.length - last!.length) }, () => "0");
  return [...first!, ...zeros, ...last!].map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""));
}

function socketAddress(c: Context): string | undefined {
  const env = c.env as { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } };
  return env?.incoming?.socket?.remoteAddress;
}
