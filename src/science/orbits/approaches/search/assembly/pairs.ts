/** Every pair of a step once: in the zone where the radii of both begin to overlap, from the object that comes first. */
import {
  BAND,
  RECORD,
  bandRows,
  bands,
  bendKm,
  cells,
  keep,
  latitudes,
  reach,
  sorted,
  sortedHighs,
  sortedLongitudes,
  sortedLows,
  sortedNorths,
  sortedSouths,
  spans,
  withinKm,
  zoneEdges,
  zones,
} from "./memory";
import { bandOf, startOf } from "./sort";
import { dot4 } from "./vectors";

let step: i32 = 0;
let zone: i32 = 0;
let zoneLow: f32 = 0;

export function findPairs(ofStep: i32): void {
  step = ofStep;
  for (zone = 0; zone < zones; zone++) {
    zoneLow = load<f32>(zoneEdges + ((<usize>zone) << 2));
    for (let band = 0; band < bands; band++) scanBand(band);
    scanFast();
  }
}

/** Each object of a band with those after it as far as they may reach, and with the next band. */
function scanBand(band: i32): void {
  const row = bandRows + <usize>band * BAND;
  const firstCell = load<i32>(row),
    count = load<i32>(row, 4);
  const perRadian = load<f32>(row, 8),
    inside = load<f32>(row, 12),
    across = load<f32>(row, 16);
  const begin = entry(firstCell),
    end = entry(firstCell + count);
  const isWhole = <i32>((inside + inside) * perRadian) + 4 >= count;
  for (let a = begin; a < end; a++) {
    const longitude = load<f32>(sortedLongitudes + (a << 2));
    const last = <i32>((longitude + inside) * perRadian);
    if (isWhole || last >= count) compare(a, a + 1, end);
    else compare(a, a + 1, entry(firstCell + last + 1));
    if (!isWhole && last >= count) compare(a, begin, entry(firstCell + last - count + 1));
    if (band + 1 < bands) compareBand(a, band + 1, longitude, across);
  }
}

/** Those that turn far in a step, eccentric orbits at perigee: with all bands they may reach, and among themselves. */
function scanFast(): void {
  const begin = entry(cells),
    end = entry(cells + 1);
  for (let a = begin; a < end; a++) {
    const id = (<usize>load<i32>(sorted + a * RECORD, 28)) << 2;
    const far = load<f32>(spans + id) + reach;
    const latitude = load<f32>(latitudes + id),
      longitude = load<f32>(sortedLongitudes + (a << 2));
    for (let band = bandOf(latitude - far); band <= bandOf(latitude + far); band++) {
      // asin x ≤ πx/2.
      const width = (far * 1.5707964) / load<f32>(bandRows + <usize>band * BAND, 20);
      compareBand(a, band, longitude, min<f32>(width, 3.1415927));
    }
    compare(a, begin, a);
  }
}

/** Where the entries of a cell of this zone begin. */
function entry(cell: i32): usize {
  return <usize>load<i32>(startOf(zone, cell));
}

/** Compares with what lies in one band within `width` radians of a longitude. */
function compareBand(a: usize, band: i32, longitude: f32, width: f32): void {
  const row = bandRows + <usize>band * BAND;
  const firstCell = load<i32>(row),
    count = load<i32>(row, 4),
    perRadian = load<f32>(row, 8);
  const west = <i32>floor<f32>((longitude - width) * perRadian);
  const east = <i32>((longitude + width) * perRadian);
  if (east - west + 2 >= count) {
    compare(a, entry(firstCell), entry(firstCell + count));
  } else if (west < 0) {
    compare(a, entry(firstCell), entry(firstCell + east + 1));
    compare(a, entry(firstCell + west + count), entry(firstCell + count));
  } else if (east >= count) {
    compare(a, entry(firstCell + west), entry(firstCell + count));
    compare(a, entry(firstCell), entry(firstCell + east - count + 1));
  } else {
    compare(a, entry(firstCell + west), entry(firstCell + east + 1));
  }
}

/** Compares with a run of entries, four at a time: first radii and extents along the axis, then the chords. */
function compare(a: usize, from: usize, to: usize): void {
  const low = v128.load32_splat(sortedLows + (a << 2)),
    high = v128.load32_splat(sortedHighs + (a << 2));
  const south = v128.load32_splat(sortedSouths + (a << 2)),
    north = v128.load32_splat(sortedNorths + (a << 2));
  const bottom = f32x4.splat(zoneLow);
  for (let b = from; b < to; b += 4) {
    const lows = v128.load(sortedLows + (b << 2));
    const overlap = v128.and(f32x4.le(lows, high), f32x4.ge(v128.load(sortedHighs + (b << 2)), low));
    const beside = v128.and(
      f32x4.le(v128.load(sortedSouths + (b << 2)), north),
      f32x4.ge(v128.load(sortedNorths + (b << 2)), south),
    );
    let mask = i32x4.bitmask(v128.and(v128.and(overlap, beside), f32x4.ge(f32x4.max(lows, low), bottom)));
    if (b + 4 > to) mask &= (1 << (<i32>(to - b))) - 1;
    if (mask != 0) compareChords(a, b, mask);
  }
}

/** Keeps those of four neighbours that uniform motion from chord end to chord end brings within reach. */
function compareChords(a: usize, b: usize, candidates: i32): void {
  const at = sorted + a * RECORD,
    other = sorted + b * RECORD;
  const m0 = v128.load(other),
    m1 = v128.load(other, 32),
    m2 = v128.load(other, 64),
    m3 = v128.load(other, 96);
  const w0 = v128.load(other, 16),
    w1 = v128.load(other, 48),
    w2 = v128.load(other, 80),
    w3 = v128.load(other, 112);
  const m01 = v128.shuffle<f32>(m0, m1, 0, 4, 1, 5),
    m23 = v128.shuffle<f32>(m2, m3, 0, 4, 1, 5);
  const M01 = v128.shuffle<f32>(m0, m1, 2, 6, 3, 7),
    M23 = v128.shuffle<f32>(m2, m3, 2, 6, 3, 7);
  const w01 = v128.shuffle<f32>(w0, w1, 0, 4, 1, 5),
    w23 = v128.shuffle<f32>(w2, w3, 0, 4, 1, 5);
  const W01 = v128.shuffle<f32>(w0, w1, 2, 6, 3, 7),
    W23 = v128.shuffle<f32>(w2, w3, 2, 6, 3, 7);
  const dx = f32x4.sub(v128.shuffle<f64>(m01, m23, 0, 2), v128.load32_splat(at));
  const dy = f32x4.sub(v128.shuffle<f64>(m01, m23, 1, 3), v128.load32_splat(at, 4));
  const dz = f32x4.sub(v128.shuffle<f64>(M01, M23, 0, 2), v128.load32_splat(at, 8));
  const ux = f32x4.sub(v128.shuffle<f64>(w01, w23, 0, 2), v128.load32_splat(at, 16));
  const uy = f32x4.sub(v128.shuffle<f64>(w01, w23, 1, 3), v128.load32_splat(at, 20));
  const uz = f32x4.sub(v128.shuffle<f64>(W01, W23, 0, 2), v128.load32_splat(at, 24));
  const allowed = f32x4.add(
    v128.shuffle<f64>(M01, M23, 1, 3),
    f32x4.splat(load<f32>(at, 12) + withinKm + bendKm),
  );
  const uu = dot4(ux, uy, uz, ux, uy, uz),
    du = dot4(dx, dy, dz, ux, uy, uz),
    dd = dot4(dx, dy, dz, dx, dy, dz);
  const nearest = f32x4.div(f32x4.neg(du), f32x4.add(uu, f32x4.splat(1e-9)));
  const s = f32x4.max(f32x4.splat(-1), f32x4.min(f32x4.splat(1), nearest));
  const miss = f32x4.add(dd, f32x4.mul(s, f32x4.add(f32x4.add(du, du), f32x4.mul(s, uu))));
  let mask = i32x4.bitmask(f32x4.le(miss, f32x4.mul(allowed, allowed))) & candidates;
  for (; mask != 0; mask &= mask - 1)
    keep(load<i32>(at, 28), load<i32>(other + <usize>ctz(mask) * RECORD, 28), step);
}
