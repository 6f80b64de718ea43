import { useMemo, useSyncExternalStore } from "react";
import { type Address, type Layer, readAddress, writeAddress } from "./address.ts";

const CHANGED = "addresschange";

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener("popstate", listener);
    window.removeEventListener(CHANGED, listener);
  };
}

/** The present address, read anew whenever it changes. */
export function useAddress(): Address {
  const href = useSyncExternalStore(subscribe, () => location.href);
  return useMemo(() => readAddress(href), [href]);
}

export function presentAddress(): Address {
  return readAddress(location.href);
}

/** Goes to another address; what is not named stays as it is. `replace` leaves no step in the history. */
export function go(change: Partial<Address>, { replace = false } = {}): void {
  goTo(writeAddress({ ...presentAddress(), ...change }), { replace });
}

/** Goes to a written address; a new page begins at its top. */
export function goTo(href: string, { replace = false } = {}): void {
  const before = location.pathname;
  history[replace ? "replaceState" : "pushState"](null, "", href);
  window.dispatchEvent(new Event(CHANGED));
  if (location.pathname !== before) window.scrollTo(0, 0);
}

/** Opens a layer on top of the derivation, or begins a new one. */
export function openLayer(layer: Layer, { onTop = false } = {}): void {
  go({ open: onTop ? [...presentAddress().open, layer] : [layer] });
}

/** Closes the topmost layer, or keeps only so many. */
export function closeLayers(keep = presentAddress().open.length - 1): void {
  go({ open: presentAddress().open.slice(0, Math.max(0, keep)) });
}
