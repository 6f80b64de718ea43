/** A table whose header is parted by tabs or semicolons as one that is parted by commas, line for line; any other as it is. */
export function commaSeparated(written: string): string {
  // Spreadsheets say first by what the columns are parted.
  const text = written.replace(/^\uFEFF?sep=.\r?\n/i, "\n");
  const header = /[^\r\n]+/.exec(text)?.[0] ?? "";
  const count = (mark: string) => header.split(mark).length;
  if (count("\t") > Math.max(count(","), count(";"))) return ofTabs(text);
  return count(";") > count(",") ? ofSemicolons(text) : text;
}

/** Between tabs a quote is a quote. */
function ofTabs(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.split("\t").map(quoted).join(","))
    .join("\n");
}

function ofSemicolons(text: string): string {
  return text.replace(/"(?:[^"]|"")*"|[^;\r\n"]+|;/g, (piece) => {
    if (piece === ";") return ",";
    return piece.startsWith('"') ? piece : quoted(piece);
  });
}

function quoted(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
