/** Rows as aligned columns under a heading; columns of numbers stand to the right. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const isNumeric = heading.map((_, i) => rows.length > 0 && rows.every((row) => NUMBER.test(row[i]!)));
  const widths = heading.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]!.length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (isNumeric[i] ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join("  ")
      .trimEnd();
  return [heading, ...rows].map(line).join("\n");
}

const NUMBER = /^[<>+−-]?\d[\d.,]*( %)?$|^–$/;

/** `34 %`; outside 1–99 % the limit is said. */
export function percent(p: number): string {
  if (p < 0.01) return "<1 %";
  return p > 0.99 ? ">99 %" : `${Math.round(p * 100)} %`;
}

/** `22–47`, the bounds in percent. */
export function interval(low: number, high: number): string {
  return `${percent(low)}–${percent(high)}`.replaceAll(" %", "");
}
