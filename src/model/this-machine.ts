const NAMES = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Whether a host name, as addresses spell it, is one of this machine's for itself. */
export function isThisMachine(hostname: string): boolean {
  return NAMES.has(hostname);
}
