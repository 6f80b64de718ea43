import { ROW_LENGTH } from "../../sgp4/row";
import { meanElements } from "./mean-elements";
import * as E from "./mean-now";
import { setMean } from "./mean-now";
import { clearRefusals, isAnyRefused, refusal } from "./refusals";
import { shortPeriodState, STATE } from "./short-period";

/** The first byte that is free for rows, times and states. */
export function heapBase(): usize {
  return __heap_base;
}

/**
 * Propagates `objects` rows, each to `count` times: minutes from `minutes` on, the same for all, after the object's own
 * `starts`. Writes six f64 a cell to `values`, zeros where it refuses, and a byte a cell to `errors`.
 */
export function propagateBatch(
  rows: usize,
  objects: i32,
  starts: usize,
  minutes: usize,
  count: i32,
  values: usize,
  errors: usize,
): void {
  for (let object = 0; object < objects; object++) {
    const row = rows + <usize>object * (ROW_LENGTH << 3);
    const start = v128.load64_splat(starts + ((<usize>object) << 3));
    let i = 0;
    for (; i + 1 < count; i += 2) {
      propagateTwo(row, f64x2.add(start, v128.load(minutes + ((<usize>i) << 3))));
      writeTwo(values, errors);
      values += 96;
      errors += 2;
    }
    if (i < count) {
      propagateTwo(row, f64x2.add(start, v128.load64_splat(minutes + ((<usize>i) << 3))));
      writeOne(values, errors);
      values += 48;
      errors++;
    }
  }
}

function propagateTwo(row: usize, times: v128): void {
  clearRefusals();
  setMean(E.T, times);
  meanElements(row);
  shortPeriodState(row);
  if (isAnyRefused()) blankRefused();
}

function blankRefused(): void {
  const first: u64 = refusal(0) === 0 ? u64.MAX_VALUE : 0;
  const second: u64 = refusal(1) === 0 ? u64.MAX_VALUE : 0;
  const isKept = i64x2.replace_lane(i64x2.splat(first), 1, second);
  for (let at: usize = 0; at < 96; at += 16) {
    v128.store(STATE + at, v128.and(v128.load(STATE + at), isKept));
  }
}

function writeTwo(values: usize, errors: usize): void {
  for (let pair: usize = 0; pair < 3; pair++) {
    const a = v128.load(STATE + (pair << 5));
    const b = v128.load(STATE + (pair << 5), 16);
    v128.store(values + (pair << 4), v128.shuffle<f64>(a, b, 0, 2));
    v128.store(values + (pair << 4), v128.shuffle<f64>(a, b, 1, 3), 48);
  }
  store<u8>(errors, <u8>refusal(0));
  store<u8>(errors, <u8>refusal(1), 1);
}

function writeOne(values: usize, errors: usize): void {
  for (let i: usize = 0; i < 6; i++) store<f64>(values + (i << 3), load<f64>(STATE + (i << 4)));
  store<u8>(errors, <u8>refusal(0));
}
