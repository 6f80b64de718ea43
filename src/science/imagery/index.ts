/** Pictures of the ground: reading, searching and comparing them. Bytes and decompressors arrive as arguments; pure. */
export type { Geotransform, Grid, Raster, Samples } from "./raster.ts";
export type { Decompress, Decompressors, PackedBlock } from "./rasters/decompressor.ts";
export { type ByteRange, type ByteSource, bytesSource } from "./rasters/byte-source.ts";
export type { PixelWindow } from "./rasters/block-plan.ts";
export { type Level, openTiff, type OpenTiff } from "./rasters/open-tiff.ts";
export type { Box, DegreeBox, Wanted } from "./rasters/place-window.ts";
export { type Projection, projectionOf, utmEpsg } from "./rasters/projection.ts";
export { readWindow, type WindowAsk, type WindowRead } from "./rasters/read-window.ts";
export type { Resampling } from "./rasters/resample.ts";
export { RasterRefused } from "./rasters/raster-refused.ts";
export { readGeoTiff } from "./rasters/read-geo-tiff.ts";
export { writeGeoTiff } from "./rasters/write-geo-tiff.ts";
