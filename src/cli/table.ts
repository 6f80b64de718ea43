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
