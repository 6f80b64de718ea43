/** A label where it would stand: its left end, its middle line, its size, in pixels. */
export interface LabelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Those of the labels that find room, the first ones first: one that would cover an earlier one is left out. */
export function placeLabels<Label extends LabelBox>(labels: readonly Label[]): Label[] {
  const placed: Label[] = [];
  for (const label of labels) if (!placed.some((other) => overlap(label, other))) placed.push(label);
  return placed;
}

function overlap(a: LabelBox, b: LabelBox): boolean {
  const apartX = a.x >= b.x + b.width || b.x >= a.x + a.width;
  return !apartX && Math.abs(a.y - b.y) < (a.height + b.height) / 2;
}
