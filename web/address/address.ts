import type { Day } from "#model/day.ts";
import { isDay } from "#model/day.ts";

/** What the derivation drawer can show; each kind rests on the next one. */
export const LAYER_KINDS = ["scenario", "indicator", "observation", "evidence"] as const;
export type LayerKind = (typeof LAYER_KINDS)[number];

export interface Layer {
  readonly kind: LayerKind;
  readonly id: string;
}

/** Where the reader is: a page, its own parameters, the day it is seen from and the derivation opened. */
export interface Address {
  readonly path: string;
  readonly asOf: Day | null;
  readonly open: readonly Layer[];
  readonly params: Readonly<Record<string, string>>;
}

/** Reads an address; parts that make no sense are dropped. */
export function readAddress(href: string): Address {
  const url = new URL(href, "http://localhost");
  const { asOf, open: _open, ...params } = Object.fromEntries(url.searchParams);
  return {
    path: url.pathname,
    asOf: asOf !== undefined && isDay(asOf) ? asOf : null,
    open: url.searchParams.getAll("open").flatMap(readLayer),
    params,
  };
}

function readLayer(text: string): Layer[] {
  const cut = text.indexOf("~");
  const kind = LAYER_KINDS.find((name) => name === text.slice(0, cut));
  return kind && cut + 1 < text.length ? [{ kind, id: text.slice(cut + 1) }] : [];
}

/** The inverse of `readAddress`: path and query, parameters first. */
export function writeAddress({ path, asOf, open, params }: Address): string {
  const query = new URLSearchParams(params);
  if (asOf) query.set("asOf", asOf);
  for (const { kind, id } of open) query.append("open", `${kind}~${id}`);
  const text = query.toString().replaceAll("%7E", "~").replaceAll("%3A", ":").replaceAll("%2F", "/");
  return text ? `${path}?${text}` : path;
}
