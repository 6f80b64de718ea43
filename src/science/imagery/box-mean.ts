/**
 * The mean over (2 radius + 1)² pixels around each usable one, counting usable pixels alone, by running sums;
 * NaN elsewhere. Writes into `out` where given.
 */
export function boxMean(
  values: Float32Array,
  usable: Uint8Array,
  { width, height, radius }: { readonly width: number; readonly height: number; readonly radius: number },
  out: Float32Array = new Float32Array(values.length),
): Float32Array {
  const columnSum = new Float64Array(width);
  const columnCount = new Int32Array(width);
  for (let y = -radius; y < height; y++) {
    addRow(values, usable, width, height, y + radius, 1, columnSum, columnCount);
    addRow(values, usable, width, height, y - radius - 1, -1, columnSum, columnCount);
    if (y < 0) continue;
    const row = out.subarray(y * width, (y + 1) * width);
    meanRow(columnSum, columnCount, radius, row);
    for (let x = 0; x < width; x++) if (usable[y * width + x] !== 1) row[x] = NaN;
  }
  return out;
}

function meanRow(columnSum: Float64Array, columnCount: Int32Array, radius: number, out: Float32Array): void {
  const width = out.length;
  let [sum, count] = [0, 0];
  for (let x = 0; x < Math.min(radius, width); x++) {
    sum += columnSum[x]!;
    count += columnCount[x]!;
  }
  for (let x = 0; x < width; x++) {
    if (x + radius < width) {
      sum += columnSum[x + radius]!;
      count += columnCount[x + radius]!;
    }
    if (x - radius - 1 >= 0) {
      sum -= columnSum[x - radius - 1]!;
      count -= columnCount[x - radius - 1]!;
    }
    out[x] = sum / count;
  }
}

function addRow(
  values: Float32Array,
  usable: Uint8Array,
  width: number,
  height: number,
  y: number,
  sign: 1 | -1,
  columnSum: Float64Array,
  columnCount: Int32Array,
): void {
  if (y < 0 || y >= height) return;
  for (let x = 0; x < width; x++) {
    const i = y * width + x;
    if (usable[i] !== 1) continue;
    columnSum[x]! += sign * values[i]!;
    columnCount[x]! += sign;
  }
}
