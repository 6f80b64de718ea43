import type { WarningSignal } from "#model/assessment.ts";
import type { WarningState } from "#model/warning.ts";

/** The four bands a signal can stand in. */
export const BANDS = ["calm", "raised", "high", "extreme"] as const;
export type Band = (typeof BANDS)[number];

/** The total table of SPEC.md: no pair of state and band is left out. */
export const NEXT: Record<WarningState, Record<Band, WarningState>> = {
  quiet: { calm: "quiet", raised: "watch", high: "warning", extreme: "critical" },
  watch: { calm: "resolved", raised: "watch", high: "warning", extreme: "critical" },
  warning: { calm: "resolved", raised: "watch", high: "warning", extreme: "critical" },
  critical: { calm: "resolved", raised: "watch", high: "warning", extreme: "critical" },
  resolved: { calm: "quiet", raised: "watch", high: "warning", extreme: "critical" },
};

/** How high a state stands; resolved is as low as quiet. */
export const HEIGHT: Record<WarningState, number> = {
  quiet: 0,
  resolved: 0,
  watch: 1,
  warning: 2,
  critical: 3,
};

const BOUNDS = [0.2, 0.5, 0.8] as const;
const HYSTERESIS = 0.05;
/** A warning promises the critical point within a year, so one is due as soon as that is likelier than not. */
const YEAR_BOUND = 0.5;
const DWELL_SIGNALS = 2;
const DRIFT_ALLOWANCE = 0.25;
const DRIFT_ALARM = 1.5;

/** What the machine has heard so far. */
export interface MachineState {
  readonly state: WarningState;
  readonly band: Band;
  /** Signals heard in this state. */
  readonly held: number;
  /** Whether the year ahead, too, is held to be likelier than not to bring the critical point. */
  readonly withinYear: boolean;
  /** CUSUM of upward drift in log-odds. */
  readonly drift: number;
  readonly logOdds: number | null;
}

export const START: MachineState = {
  state: "quiet",
  band: "calm",
  withinYear: false,
  held: 0,
  drift: 0,
  logOdds: null,
};

export type Heard = Pick<WarningSignal, "signal" | "withinYear" | "logOdds" | "decisive">;

/** One signal: P(critical) within 90 days and within a year, the first in log-odds, and whether a decisive event came with it. */
export function hear(
  before: MachineState,
  { signal, withinYear: year, logOdds, decisive }: Heard,
): MachineState {
  const drift =
    before.logOdds === null ? 0 : Math.max(0, before.drift + logOdds - before.logOdds - DRIFT_ALLOWANCE);
  const band = bandOf(signal, before.band);
  const withinYear = year >= (before.withinYear ? YEAR_BOUND - HYSTERESIS : YEAR_BOUND);
  const lifted = lift(band, drift >= DRIFT_ALARM, withinYear || decisive !== null);
  const next = NEXT[before.state][lifted];
  const stepsDown = HEIGHT[next] < HEIGHT[before.state];
  const state = stepsDown && before.held < DWELL_SIGNALS ? before.state : next;
  return { state, band, withinYear, held: state === before.state ? before.held + 1 : 1, drift, logOdds };
}

/** Rises at a bound, falls only below the bound less the hysteresis. */
export function bandOf(signal: number, before: Band): Band {
  const reached = BOUNDS.filter((bound) => signal >= bound).length;
  const held = BOUNDS.filter((bound, i) => i < BANDS.indexOf(before) && signal >= bound - HYSTERESIS).length;
  return BANDS[Math.max(reached, held)]!;
}

function lift(band: Band, drifting: boolean, warns: boolean): Band {
  const least = warns ? 2 : drifting ? 1 : 0;
  return BANDS[Math.max(BANDS.indexOf(band), least)]!;
}
