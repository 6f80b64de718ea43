import { KERNEL_BASE64 } from "./kernel-bytes.ts";

/** What assembly/kernel.ts exports. Sites and cells are counted in its order, places on a track in segments. */
export interface Kernel {
  readonly memory: WebAssembly.Memory;
  layOut(sites: number, cells: number, knots: number): void;
  plan(sine: number, cosine: number, outmostKm: number, segmentS: number): void;
  foursAt(): number;
  sitesAt(): number;
  conesAt(): number;
  cellRowsAt(): number;
  statesAt(): number;
  turnsAt(): number;
  quinticsAt(): number;
  follow(known: number): void;
  turnOfTrack(): number;
  beginTrack(
    known: number,
    doubtKm: number,
    doubtPerSegmentKm: number,
    cosFurther: number,
    sinFurther: number,
    cosHalfTurn: number,
    sinHalfTurn: number,
  ): void;
  watchFrom(segment: number): number;
  passesAt(): number;
  passCount(): number;
  forgetPasses(): void;
}

/** What SGP4 itself says of a site at a place of the track, for what the quintics leave in doubt; NaN for nothing. */
export interface Exact {
  readonly height: (site: number, at: number) => number;
  readonly elevationSine: (site: number, at: number) => number;
}

let compiled: WebAssembly.Module | undefined;

/** A kernel of its own. */
export function startKernel(exact: Exact): Kernel {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNEL_BASE64), (letter) => letter.charCodeAt(0)));
  const imports = { exact: { exactHeight: exact.height, exactElevationSine: exact.elevationSine } };
  return new WebAssembly.Instance(compiled, imports).exports as unknown as Kernel;
}
