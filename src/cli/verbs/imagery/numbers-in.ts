import { WrongUse } from "../../failure.ts";

/** The numbers of an option with commas between, as many as the example has; WrongUse when they are not. */
export function numbersIn(name: string, text: string, example: string): number[] {
  const cells = text.split(",").map((cell) => (cell.trim() === "" ? NaN : Number(cell)));
  if (cells.length === example.split(",").length && cells.every(Number.isFinite)) return cells;
  throw new WrongUse(`--${name} is "${text}"; numbers such as ${example} would be right`);
}
