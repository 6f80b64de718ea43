/** Pictures of the ground: reading, searching and comparing them. Bytes and decompressors arrive as arguments; pure. */
export type { Geotransform, Grid, Raster, Samples } from "./raster.ts";
