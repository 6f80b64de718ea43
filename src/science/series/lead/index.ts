/** Which side leads; a door of its own, for an assessment needs no more of the room. */
export { leadShift } from "./lead-shift.ts";
