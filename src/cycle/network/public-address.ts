import { BlockList, isIP } from "node:net";
import { OutsideFailed } from "#model/input-error.ts";

/** OutsideFailed where the address belongs to this machine, a local network, or no single machine at all. */
export function requirePublic(hostname: string, address: string): void {
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  if (!NOT_PUBLIC.check(address, family)) return;
  throw new OutsideFailed(
    `${hostname} is at ${address}, which is not public; --allow-host ${hostname} allows it`,
  );
}

/**
 * RFC 6890 and its two registries. An IPv4 address written inside IPv6 (`::ffff:127.0.0.1`) is checked as what it
 * is; the other ways of carrying one (NAT64, 6to4, Teredo, `::127.0.0.1`) are refused whole.
 */
const NOT_PUBLIC = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  NOT_PUBLIC.addSubnet(network, prefix, "ipv4");
}
for (const [network, prefix] of [
  ["::", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
  ["5f00::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const) {
  NOT_PUBLIC.addSubnet(network, prefix, "ipv6");
}
