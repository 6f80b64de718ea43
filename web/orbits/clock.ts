/** A clock that can run faster than the world's. */
export interface Clock {
  readonly startMs: number;
  readonly nowMs: () => number;
  readonly speed: number;
}

/** From a moment on, `speed` times as fast as time passes. */
export function clockFrom(startMs: number, speed: number): Clock {
  const begun = performance.now();
  return { startMs, nowMs: () => startMs + (performance.now() - begun) * speed, speed };
}

/** The moment to the second, `2026-11-23 12:00:00 UTC`. */
export function momentInWords(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
