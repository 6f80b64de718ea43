import { WrongUse } from "../../failure.ts";

/** The option's number, above 0; the other one where it was not given. WrongUse when it is none. */
export function positiveIn<Otherwise>(
  name: string,
  text: string | undefined,
  otherwise: Otherwise,
): number | Otherwise {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (value > 0 && value < Infinity) return value;
  throw new WrongUse(`--${name} is "${text}"; a number above 0 would be right`);
}

/** The option's whole number, `least` or more; the other one where it was not given. WrongUse when it is none. */
export function countIn<Otherwise>(
  name: string,
  text: string | undefined,
  otherwise: Otherwise,
  least = 1,
): number | Otherwise {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new WrongUse(`--${name} is "${text}"; a whole number from ${least} would be right`);
}
