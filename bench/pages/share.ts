/** Wilson's 95 % interval of a share (1927). */
export function shareWithInterval(right: number, of: number): string {
  const z2 = 1.96 ** 2;
  const p = right / of;
  const middle = (p + z2 / (2 * of)) / (1 + z2 / of);
  const half = (1.96 * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of * of))) / (1 + z2 / of);
  const percent = (x: number) => (100 * Math.min(1, Math.max(0, x))).toFixed(1);
  return `${right}/${of} = ${percent(p)} % (${percent(middle - half)}–${percent(middle + half)})`;
}
