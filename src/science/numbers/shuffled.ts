import type { Random } from "./random-stream.ts";

/** The numbers in any order, each as likely as the others. Fisher & Yates 1938. */
export function shuffled<Numbers extends number[] | Float64Array>(numbers: Numbers, random: Random): Numbers {
  const order = numbers.slice() as Numbers;
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
