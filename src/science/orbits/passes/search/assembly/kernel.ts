import { culminate } from "./culmination";
import * as M from "./memory";
import { watchKnot } from "./watch";

export { culminate, watchKnot };
export { beginTrack, endTrack, forgetPasses, layOut, plan } from "./memory";

export function pairsAt(): usize {
  return M.pairs;
}
export function conesAt(): usize {
  return M.cones;
}
export function cellRowsAt(): usize {
  return M.cellRows;
}
export function knotsAt(): usize {
  return M.knots;
}
export function quinticsAt(): usize {
  return M.quintics;
}
export function passesAt(): usize {
  return M.passes;
}
export function passCount(): i32 {
  return M.found;
}
