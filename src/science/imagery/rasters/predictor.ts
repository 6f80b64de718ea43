interface Rows {
  readonly predictor: number;
  readonly samples: number;
  /** Numbers a row. */
  readonly perRow: number;
  /** Bytes a number. */
  readonly width: number;
}

/** Turns differences back into numbers, in place (TIFF 6.0 §14; Adobe TIFF Technical Note 3 for predictor 3). */
export function undoPredictor(bytes: Uint8Array, rows: Rows): void {
  if (rows.predictor === 3) return sumFloatBytes(bytes, rows);
  const { buffer, byteOffset, length } = bytes;
  const { width } = rows;
  if (width === 1) sumRows(bytes, rows);
  else if (width === 2) sumRows(new Uint16Array(buffer, byteOffset, length / 2), rows);
  else if (width === 4) sumRows(new Uint32Array(buffer, byteOffset, length / 4), rows);
  else sumWideRows(new BigUint64Array(buffer, byteOffset, length / 8), rows);
}

function sumRows(numbers: Uint8Array | Uint16Array | Uint32Array, { samples, perRow }: Rows): void {
  for (let row = 0; row < numbers.length; row += perRow) {
    const end = row + perRow;
    if (samples === 1) {
      let last = numbers[row]!;
      for (let i = row + 1; i < end; i++) {
        last = (last + numbers[i]!) | 0;
        numbers[i] = last;
      }
    } else {
      for (let i = row + samples; i < end; i++) numbers[i] = numbers[i]! + numbers[i - samples]!;
    }
  }
}

function sumWideRows(numbers: BigUint64Array, { samples, perRow }: Rows): void {
  for (let row = 0; row < numbers.length; row += perRow) {
    for (let i = row + samples; i < row + perRow; i++) numbers[i] = numbers[i]! + numbers[i - samples]!;
  }
}

const IS_LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Rows hold the highest bytes of all numbers, then the next lower; all as differences. */
function sumFloatBytes(bytes: Uint8Array, { samples, perRow, width }: Rows): void {
  const rowLength = perRow * width;
  const row = new Uint8Array(rowLength);
  for (let start = 0; start < bytes.length; start += rowLength) {
    for (let i = start + samples; i < start + rowLength; i++) bytes[i] = bytes[i]! + bytes[i - samples]!;
    row.set(bytes.subarray(start, start + rowLength));
    for (let byte = 0; byte < width; byte++) {
      const place = start + (IS_LITTLE_ENDIAN ? width - 1 - byte : byte);
      for (let i = 0, from = byte * perRow; i < perRow; i++, from++) bytes[place + i * width] = row[from]!;
    }
  }
}
