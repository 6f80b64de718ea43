/** Breaks a text into lines no wider than the width; a single word that is wider stays whole. */
export function wrap(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Measures text as the page would set it in a class, word by word and each word once. */
export function textMeasure(className: string): (text: string) => number {
  const probe = document.createElement("span");
  probe.className = className;
  probe.style.cssText = "position: absolute; visibility: hidden; white-space: pre";
  const widths = new Map<string, number>();
  const widthOf = (word: string): number => {
    document.body.append(probe);
    probe.textContent = word;
    const { width } = probe.getBoundingClientRect();
    probe.remove();
    widths.set(word, width);
    return width;
  };
  return (text) => text.split(/(?<= )/).reduce((sum, word) => sum + (widths.get(word) ?? widthOf(word)), 0);
}
