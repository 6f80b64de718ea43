/** Pictures of the ground: reading, searching and comparing them. Bytes and decompressors arrive as arguments; pure. */
export type { Geotransform, Grid, Raster, Samples } from "./raster.ts";
export type { Decompress, Decompressors, PackedBlock } from "./rasters/decompressor.ts";
export { RasterRefused } from "./rasters/raster-refused.ts";
export { readGeoTiff } from "./rasters/read-geo-tiff.ts";
export { writeGeoTiff } from "./rasters/write-geo-tiff.ts";
