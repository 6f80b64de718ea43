import { captureHeadersOf, type Store } from "#store/index.ts";
import type { Memory } from "../collect/network-source.ts";

const ADDED_LAST = "x-taxii-date-added-last";

/** How far each collection of a source was read, from what its replies said: kept with them, over restarts. */
export async function memoryOf(store: Store, source: string): Promise<Memory> {
  const latest = new Map<string, string>();
  for (const { url, headers } of await captureHeadersOf(store, source)) {
    const said = headers[ADDED_LAST] ?? "";
    const address = url.replace(/[?#].*/, "");
    if (said > (latest.get(address) ?? "") && !Number.isNaN(Date.parse(said))) latest.set(address, said);
  }
  return (address) => latest.get(address);
}
