interface Grid {
  readonly width: number;
  readonly height: number;
}

/** The least, the middle and the largest of the nine pixels around each. */
export interface OrdersOfNine<Values = Float32Array> {
  readonly least: Values;
  readonly middle: Values;
  readonly largest: Values;
}

/**
 * The orders of the nine around each usable pixel, of numbers that are not negative; those beyond the picture or not
 * usable count as the one amid them. 0 where not usable.
 */
export function ordersOfNine(values: Float32Array, usable: Uint8Array, grid: Grid): OrdersOfNine {
  const empty = () => new Float32Array(values.length);
  const orders = { least: empty(), middle: empty(), largest: empty() };
  const bits = {
    least: bitsOf(orders.least),
    middle: bitsOf(orders.middle),
    largest: bitsOf(orders.largest),
  };
  const picture = { values: bitsOf(values), usable, ...grid };
  const columns = new Int32Array(3 * grid.width);
  const isWhole = new Uint8Array(grid.width);
  for (let y = 0; y < grid.height; y++) {
    const rows = rowsAround(y, grid);
    orderColumns(picture, rows, columns, isWhole);
    mergeRow(picture, rows, columns, isWhole, bits);
  }
  return orders;
}

/** Numbers that are not negative are in the order of their bits, and whole numbers are compared without branches. */
function bitsOf(values: Float32Array): Int32Array {
  return new Int32Array(values.buffer, values.byteOffset, values.length);
}

interface Picture extends Grid {
  readonly values: Int32Array;
  readonly usable: Uint8Array;
}

/** Where a row begins, and the steps to those above and below; an edge's own row stands for what lies beyond. */
interface Rows {
  readonly from: number;
  readonly above: number;
  readonly below: number;
}

function rowsAround(y: number, { width, height }: Grid): Rows {
  return { from: y * width, above: y === 0 ? 0 : -width, below: y === height - 1 ? 0 : width };
}

/** Three pixels above each other in order, by columns: neighbours share them. */
function orderColumns(
  { values, usable, width }: Picture,
  { from, above, below }: Rows,
  columns: Int32Array,
  isWhole: Uint8Array,
): void {
  for (let x = 0, i = from; x < width; x++, i++) {
    putInOrder(columns, 3 * x, values[i + above]!, values[i]!, values[i + below]!);
    isWhole[x] = usable[i + above]! & usable[i]! & usable[i + below]!;
  }
}

function mergeRow(
  picture: Picture,
  rows: Rows,
  columns: Int32Array,
  isWhole: Uint8Array,
  out: OrdersOfNine<Int32Array>,
): void {
  const { usable, width } = picture;
  for (let x = 0, i = rows.from; x < width; x++, i++) {
    if (usable[i] !== 1) continue;
    const left = x === 0 ? x : x - 1;
    const right = x === width - 1 ? x : x + 1;
    if ((isWhole[left]! & isWhole[x]! & isWhole[right]!) === 1) {
      mergeColumns(columns, 3 * left, 3 * x, 3 * right, out, i);
    } else {
      mergeColumns(columnsAround(picture, rows, i, [left - x, 0, right - x]), 0, 3, 6, out, i);
    }
  }
}

function columnsAround(
  { values, usable }: Picture,
  { above, below }: Rows,
  amid: number,
  steps: readonly number[],
): Int32Array {
  const columns = new Int32Array(9);
  const given = (at: number) => (usable[at] === 1 ? values[at]! : values[amid]!);
  for (const [k, step] of steps.entries()) {
    const at = amid + step;
    putInOrder(columns, 3 * k, given(at + above), given(at), given(at + below));
  }
  return columns;
}

function putInOrder(columns: Int32Array, at: number, a: number, b: number, c: number): void {
  const low = lesser(a, b);
  const high = greater(a, b);
  const rest = lesser(high, c);
  columns[at] = lesser(low, rest);
  columns[at + 1] = greater(low, rest);
  columns[at + 2] = greater(high, c);
}

/** The middle of nine is that of the largest least, the middle of the middles and the least largest one. */
function mergeColumns(
  columns: Int32Array,
  a: number,
  b: number,
  c: number,
  out: OrdersOfNine<Int32Array>,
  to: number,
): void {
  const low = greater(greater(columns[a]!, columns[b]!), columns[c]!);
  const amid = middleOf(columns[a + 1]!, columns[b + 1]!, columns[c + 1]!);
  const high = lesser(lesser(columns[a + 2]!, columns[b + 2]!), columns[c + 2]!);
  out.least[to] = lesser(lesser(columns[a]!, columns[b]!), columns[c]!);
  out.middle[to] = middleOf(low, amid, high);
  out.largest[to] = greater(greater(columns[a + 2]!, columns[b + 2]!), columns[c + 2]!);
}

function lesser(a: number, b: number): number {
  return (b + ((a - b) & ((a - b) >> 31))) | 0;
}

function greater(a: number, b: number): number {
  return (a - ((a - b) & ((a - b) >> 31))) | 0;
}

function middleOf(a: number, b: number, c: number): number {
  return greater(lesser(a, b), lesser(greater(a, b), c));
}
