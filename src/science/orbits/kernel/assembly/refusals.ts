const CODES: usize = memory.data(16, 16);

export function clearRefusals(): void {
  v128.store(CODES, i64x2.splat(0));
}

/** Where the mask is empty, and nothing was refused before, the lane is refused with this code. */
export function refuseUnless(isSound: v128, code: i32): void {
  if (i64x2.all_true(isSound)) return;
  const codes = v128.load(CODES);
  const isFirst = v128.andnot(i64x2.eq(codes, i64x2.splat(0)), isSound);
  v128.store(CODES, v128.bitselect(i64x2.splat(code), codes, isFirst));
}

export function refusal(lane: i32): i32 {
  return <i32>load<i64>(CODES + ((<usize>lane) << 3));
}

export function isAnyRefused(): bool {
  return v128.any_true(v128.load(CODES));
}
