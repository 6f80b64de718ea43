/** Pictures of the ground: reading, searching and comparing them. Bytes and decompressors arrive as arguments; pure. */
export type { Geotransform, Grid, Raster, Samples } from "./raster.ts";
export type { Decompress, Decompressors, PackedBlock } from "./rasters/decompressor.ts";
export { type ByteRange, type ByteSource, bytesSource } from "./rasters/byte-source.ts";
export type { PixelWindow } from "./rasters/block-plan.ts";
export { type FilesBeside, withFilesBeside } from "./rasters/files-beside.ts";
export { type Level, openTiff, type OpenTiff } from "./rasters/open-tiff.ts";
export type { Box, DegreeBox, Wanted } from "./rasters/place-window.ts";
export { type Projection, projectionOf, utmEpsg } from "./rasters/projection.ts";
export { readWindow, type WindowAsk, type WindowRead } from "./rasters/read-window.ts";
export type { Resampling } from "./rasters/resample.ts";
export { RasterRefused } from "./rasters/raster-refused.ts";
export { readGeoTiff } from "./rasters/read-geo-tiff.ts";
export { writeGeoTiff } from "./rasters/write-geo-tiff.ts";
export { readBmp, greyAsOne, ungridded } from "./bmp.ts";
export { readEnvi, readEnviHeader } from "./envi.ts";
export type { EnviFault, EnviHeader } from "./envi.ts";
export { changedMask, compareRasters } from "./compare-rasters.ts";
export { changedObjects } from "./objects/changed-objects.ts";
export type { ChangedObject } from "./objects/changed-objects.ts";
export { opticalChange } from "./optical/optical-change.ts";
export { reflectanceUnit } from "./optical/offset-guard.ts";
export type { MagnitudeScale, PairChange } from "./pair-change.ts";
export type { StretchLimits } from "./pictures/pooled-stretch.ts";
export { BAND_NAMES, PRESETS } from "./pictures/preset.ts";
export type { BandName, Preset } from "./pictures/preset.ts";
export { quicklooks } from "./pictures/quicklooks.ts";
export type { Quicklooks } from "./pictures/quicklooks.ts";
export { radarChange } from "./radar/radar-change.ts";
export { isWholeNumbered, sceneOf } from "./scene-of-raster.ts";
export type { Scene } from "./scene.ts";
export type { ImageryAsset } from "./stac/assets.ts";
export { type Capabilities, readCapabilities } from "./stac/capabilities.ts";
export {
  type CollectionSearch,
  type ImageryCollection,
  matchesCollection,
  readCollection,
} from "./stac/collection.ts";
export { type Condition, readConditions } from "./stac/conditions.ts";
export { type BoundingBox, boxAround, type Footprint } from "./stac/footprint.ts";
export { type ImageryItem, readItem } from "./stac/imagery-item.ts";
export { isObject, type Json, linksIn, numberIn, objectsIn, textIn, textsIn } from "./stac/json-fields.ts";
export { matches } from "./stac/matches.ts";
export {
  countsPages,
  type Filtering,
  filteringOf,
  firstQuestion,
  isSameQuestion,
  type ItemSearch,
  nextQuestion,
  pageSizeOf,
  type Question,
  withPageSize,
} from "./stac/search-question.ts";
export { readNode, spansTime } from "./stac/static-catalogue.ts";
export { harmonicBasis } from "./series/harmonic-basis.ts";
export type { HarmonicBasis } from "./series/harmonic-basis.ts";
export { firstAlarm } from "./series/monitor.ts";
export type { AlarmRule, SeriesAlarm } from "./series/monitor.ts";
export { baselineFitter } from "./series/robust-baseline.ts";
export type { Baseline, BaselineFitter } from "./series/robust-baseline.ts";
export { seriesBreaks } from "./series/segments.ts";
export type { SeriesBreak, SeriesBreaks } from "./series/segments.ts";
export { calibrate, shareInterval } from "./calibration/calibrate.ts";
export type { Calibration } from "./calibration/calibrate.ts";
export { screenedPictures } from "./screened-pictures.ts";
export { clearShareOf, isClear, LEAST_CLEAR } from "./clear-share.ts";
export { siteChange } from "./site-change.ts";
export type { SiteChange, SiteGroup, SiteHistory, SitePictures, SiteQuestion } from "./site-pictures.ts";
export { clearByClass, clearByCloudProbability, isSeen } from "./optical/scene-mask.ts";
export { datedSplit, largestT, logStack, pixelwiseT } from "./radar/stack-test.ts";
export type { RadarStack } from "./radar/stack-test.ts";
export { simulatedStack } from "./radar/simulated-stack.ts";
export { boxMean } from "./box-mean.ts";
export { changeMagnitude } from "./optical/change-magnitude.ts";
export { watchStack } from "./series/watch-stack.ts";
export type { IndexStack, StackAlarms } from "./series/watch-stack.ts";
