import { isThisMachine } from "#model/this-machine.ts";

/** Under which names the server is asked, and who ends TLS. */
export interface Reach {
  /** Host names besides those of this machine. */
  readonly names: readonly string[];
  /** Addresses that clients use, such as `https://tocsin.example.org`: links begin with the one that was asked. */
  readonly origins: readonly string[];
  /** Whether a proxy in front ends TLS, and says so of each request. */
  readonly isProxied: boolean;
}

/** Where only this machine asks. */
export const THIS_MACHINE_ALONE: Reach = { names: [], origins: [], isProxied: false };

/** Every name the server answers under. */
export function isItsName(hostname: string, { names, origins }: Reach): boolean {
  const isNamed = names.includes(hostname) || origins.some((one) => new URL(one).hostname === hostname);
  return isNamed || isThisMachine(hostname);
}

/** The address as the client wrote it: a proxy that ends TLS asks for it by plain HTTP, and on a port of its own. */
export function addressAsked(url: string, protocolSaid: string | undefined, reach: Reach): URL {
  const address = new URL(url);
  if (reach.isProxied && protocolSaid === "https") address.protocol = "https:";
  const origins = reach.origins.map((one) => new URL(one));
  const own = origins.find(
    ({ hostname, protocol }) => hostname === address.hostname && protocol === address.protocol,
  );
  if (own) address.port = own.port;
  return address;
}
