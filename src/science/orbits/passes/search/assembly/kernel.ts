import { turnRad } from "./follow";
import * as M from "./memory";

export { follow } from "./follow";
export { beginTrack, forgetPasses, layOut, plan } from "./memory";
export { watchFrom } from "./watch";

export function foursAt(): usize {
  return M.fours;
}
export function sitesAt(): usize {
  return M.sites;
}
export function conesAt(): usize {
  return M.cones;
}
export function cellRowsAt(): usize {
  return M.cellRows;
}
export function statesAt(): usize {
  return M.states;
}
export function turnsAt(): usize {
  return M.turns;
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
/** The most that the object that was followed turns in a segment, radians. */
export function turnOfTrack(): f64 {
  return turnRad;
}
