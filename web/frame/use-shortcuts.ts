import { useEffect, useRef } from "react";
import { useWatch } from "../api/queries.ts";
import { closeLayers, presentAddress } from "../address/use-address.ts";
import { lookFrom } from "./time-control.tsx";
import { stepBy, type TimeSpan } from "./time-steps.ts";

export const SHORTCUTS: readonly (readonly [keys: string, what: string])[] = [
  ["/", "search (also ⌘K or Ctrl K)"],
  ["j", "next item"],
  ["k", "previous item"],
  ["o", "open the item's evidence"],
  ["[", "one month back"],
  ["]", "one month on"],
  ["Esc", "close the topmost derivation"],
  ["?", "this help"],
];

interface Overlays {
  readonly search: () => void;
  readonly help: () => void;
}

/** Single keys that work wherever nobody is typing. */
export function useShortcuts(overlays: Overlays): void {
  const { data: watch } = useWatch();
  const span = watch ? { first: watch.startDay, today: watch.today } : null;
  const latest = useRef({ overlays, span });
  latest.current = { overlays, span };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const act = actionFor(event, latest.current.overlays, latest.current.span);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

function actionFor(
  event: KeyboardEvent,
  overlays: Overlays,
  span: TimeSpan | null,
): (() => void) | undefined {
  if ((event.metaKey || event.ctrlKey) && event.key === "k") return overlays.search;
  if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return undefined;
  const actions: Record<string, (() => void) | undefined> = {
    "/": overlays.search,
    "?": overlays.help,
    j: () => move(1),
    k: () => move(-1),
    o: openItem,
    "[": span ? () => step(span, -1) : undefined,
    "]": span ? () => step(span, 1) : undefined,
    Escape: presentAddress().open.length > 0 ? () => closeLayers() : undefined,
  };
  return actions[event.key];
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("dialog[open], [role=dialog][aria-modal=true]")) return true;
  if (target instanceof HTMLInputElement) return !["range", "radio", "checkbox"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function step(span: TimeSpan, months: number) {
  lookFrom(stepBy(span, presentAddress().asOf ?? span.today, months), span.today);
}

/** Items are the elements marked `data-item`, in the order of the page. */
function move(by: number) {
  const items = [...document.querySelectorAll<HTMLElement | SVGElement>("[data-item]")].filter((one) =>
    one.checkVisibility(),
  );
  const here = items.findIndex((item) => item === document.activeElement);
  const next = here < 0 ? items[by > 0 ? 0 : items.length - 1] : items[here + by];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function openItem() {
  const item = document.activeElement;
  if (item?.matches("[data-item]"))
    item.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
}
