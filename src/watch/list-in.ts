/** The words of a cell that holds several, with semicolons between. */
export function listIn(cell: string): string[] {
  return cell
    .split(";")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}
