/** The numbers of one band, row by row from the top left. */
export type Samples =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array;

/** The affine map from pixel corners to the ground, in GDAL's order: x₀, dx/column, dx/row, y₀, dy/column, dy/row. */
export type Geotransform = readonly [number, number, number, number, number, number];

/** Where pixels lie: `epsg` is null where the file names no such code, `geotransform` where it has none. */
export interface Grid {
  readonly epsg: number | null;
  readonly geotransform: Geotransform | null;
}

/** A picture in memory. What a number means is `number × scales[band] + offsets[band]`. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** One array of width × height numbers a band, as they are stored. */
  readonly bands: readonly Samples[];
  /** The stored number that stands for "nothing was measured"; NaN never counts as measured either. */
  readonly noData: number | null;
  /** 0 where a mask or an alpha band hides the pixel, in width × height; null where the file has neither. */
  readonly mask: Uint8Array | null;
  readonly grid: Grid;
  /** One number a band; 1 where the file gives none. */
  readonly scales: readonly number[];
  /** One number a band; 0 where the file gives none. */
  readonly offsets: readonly number[];
}
