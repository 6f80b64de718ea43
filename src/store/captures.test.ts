import { expect, test } from "vitest";
import { addCapture, captureOf } from "./captures.ts";
import { storeCounts } from "./counts.ts";
import { onEachStore } from "./testing/each-store.ts";
import { capture } from "./testing/samples.ts";

onEachStore(({ open }) => {
  test("a capture comes back byte for byte with how it was fetched", async () => {
    const store = await open();
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    const kept = { ...capture(""), ...hashed(bytes) };
    await addCapture(store, kept);
    const found = await captureOf(store, kept.sha256);
    expect({ ...found, bytes: [...(found?.bytes ?? [])] }).toEqual({ ...kept, bytes: [...bytes] });
  });

  test("the same content is kept once, as first fetched", async () => {
    const store = await open();
    await addCapture(store, capture("text"));
    await addCapture(store, { ...capture("text"), url: "https://example.org/copy" });
    expect((await storeCounts(store)).captures).toBe(1);
    expect((await captureOf(store, capture("text").sha256))?.url).toBe(capture("text").url);
  });

  test("bytes that do not have the hash they claim are refused", async () => {
    const store = await open();
    const forged = { ...capture("text"), bytes: new TextEncoder().encode("other") };
    await expect(addCapture(store, forged)).rejects.toThrow(RangeError);
    expect((await storeCounts(store)).captures).toBe(0);
  });

  test("a hash nobody has seen has no capture", async () => {
    expect(await captureOf(await open(), capture("unseen").sha256)).toBeNull();
  });
});

function hashed(bytes: Uint8Array) {
  return { bytes, sha256: "40aff2e9d2d8922e47afd4648e6967497158785fbd1da870e7110266bf944880" };
}
