/** The value of a key among pairs of key and value that lie side by side between two even places, sorted by their keys; 0 where it is not among them. */
export function valueIn(pairs: Int32Array, from: number, to: number, key: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = ((low + high) >> 2) << 1;
    if (pairs[middle]! < key) low = middle + 2;
    else high = middle;
  }
  return low < to && pairs[low] === key ? pairs[low + 1]! : 0;
}
