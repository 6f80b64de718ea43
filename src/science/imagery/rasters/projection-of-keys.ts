import type { GeoKeys } from "./geo-keys.ts";

const [MODEL, GEOGRAPHIC, DATUM, PRIME_MERIDIAN, ANGLE_UNIT] = [1024, 2048, 2050, 2051, 2054];
const [ELLIPSOID, MAJOR_AXIS, MINOR_AXIS, INVERSE_FLATTENING] = [2056, 2057, 2058, 2059];
const [PRIME_MERIDIAN_LONGITUDE, TO_WGS84] = [2061, 2062];
const [PROJECTION, METHOD, LENGTH_UNIT, LENGTH_UNIT_M] = [3074, 3075, 3076, 3077];
const [PARALLEL_1, PARALLEL_2] = [3078, 3079];
/** Of the natural origin, the false origin, the centre, and for longitudes the meridian straight from the pole. */
const LONGITUDES = [3080, 3084, 3088, 3095];
const LATITUDES = [3081, 3085, 3089];
const EASTINGS = [3082, 3086, 3090];
const NORTHINGS = [3083, 3087, 3091];
const SCALES = [3092, 3093];

const USER_DEFINED = 32767;
const [PROJECTED_MODEL, GEOGRAPHIC_MODEL] = [1, 2];
const [DEGREE, GREENWICH] = [9102, 8901];
const METRES: Readonly<Record<number, number>> = { 9001: 1, 9002: 0.3048, 9003: 1200 / 3937 };

/** By code of a system in degrees, of a datum, or of an ellipsoid. */
const SHAPES: Readonly<Record<number, string>> = {
  ...{ 4326: "+datum=WGS84", 6326: "+datum=WGS84", 7030: "+ellps=WGS84" },
  ...{ 4269: "+datum=NAD83", 6269: "+datum=NAD83", 7019: "+ellps=GRS80" },
  ...{ 4267: "+datum=NAD27", 6267: "+datum=NAD27", 7008: "+ellps=clrk66" },
  ...{ 4258: "+ellps=GRS80", 6258: "+ellps=GRS80", 4283: "+ellps=GRS80", 6283: "+ellps=GRS80" },
  ...{ 4490: "+ellps=GRS80", 4674: "+ellps=GRS80", 7844: "+ellps=GRS80" },
  ...{ 4322: "+ellps=WGS72", 7043: "+ellps=WGS72", 7024: "+ellps=krass", 7004: "+ellps=bessel" },
};

type Values = ReadonlyMap<number, number>;

/**
 * The projection that keys give by its parameters, as PROJ writes it; null where a method, an ellipsoid or a unit is
 * not known here. Methods and parameters of OGC 19-008r4, annex C; all angles are degrees, false origins in the
 * file's unit of length.
 */
export function definitionOfKeys(all: GeoKeys): string | null {
  const keys = new Map([...all].flatMap(([key, [value]]) => (value === undefined ? [] : [[key, value]])));
  const ellipsoid = shapeOf(keys);
  const isPlain =
    (keys.get(ANGLE_UNIT) ?? DEGREE) === DEGREE &&
    (keys.get(PRIME_MERIDIAN) ?? GREENWICH) === GREENWICH &&
    (keys.get(PRIME_MERIDIAN_LONGITUDE) ?? 0) === 0;
  if (ellipsoid === null || !isPlain) return null;
  const shift = all.get(TO_WGS84) ?? [];
  const shape =
    ellipsoid.includes("+datum") || shift.length < 3 ? ellipsoid : `${ellipsoid} +towgs84=${shift.join()}`;
  if (keys.get(MODEL) === GEOGRAPHIC_MODEL) return `+proj=longlat ${shape}`;
  const unit = metresOfUnit(keys);
  if (keys.get(MODEL) !== PROJECTED_MODEL || unit === null) return null;
  const method = utmOf(keys) ?? methodOf(keys, unit);
  return method === null ? null : `${method} ${shape} +to_meter=${unit}`;
}

function shapeOf(keys: Values): string | null {
  const [major, minor, inverse] = [MAJOR_AXIS, MINOR_AXIS, INVERSE_FLATTENING].map((key) => keys.get(key));
  const named = [GEOGRAPHIC, DATUM].map((key) => SHAPES[keys.get(key) ?? 0]).find((one) => one !== undefined);
  if (named !== undefined) return named;
  if (major !== undefined && major > 0) {
    if (minor !== undefined && minor > 0) return `+a=${major} +b=${minor}`;
    if (inverse !== undefined) return inverse > 0 ? `+a=${major} +rf=${inverse}` : `+a=${major} +b=${major}`;
  }
  return SHAPES[keys.get(ELLIPSOID) ?? 0] ?? null;
}

function metresOfUnit(keys: Values): number | null {
  const unit = keys.get(LENGTH_UNIT) ?? 9001;
  const metres = unit === USER_DEFINED ? keys.get(LENGTH_UNIT_M) : METRES[unit];
  return metres !== undefined && metres > 0 ? metres : null;
}

/** A zone of UTM by its code: 16001 to 16060 north, 16101 to 16160 south. */
function utmOf(keys: Values): string | null {
  const code = (keys.get(PROJECTION) ?? 0) - 16_000;
  const zone = code % 100;
  if (code < 1 || code > 160 || zone < 1 || zone > 60) return null;
  return `+proj=utm +zone=${zone}${code > 100 ? " +south" : ""}`;
}

function methodOf(keys: Values, unit: number): string | null {
  const first = (names: readonly number[], otherwise: number) =>
    names.map((name) => keys.get(name)).find((value) => value !== undefined) ?? otherwise;
  const [lon, lat, scale] = [first(LONGITUDES, 0), first(LATITUDES, 0), first(SCALES, 1)];
  const [parallel, second] = [keys.get(PARALLEL_1), keys.get(PARALLEL_2)];
  const from = `+lon_0=${lon} +x_0=${first(EASTINGS, 0) * unit} +y_0=${first(NORTHINGS, 0) * unit}`;
  const centred = `+lat_0=${lat} ${from}`;
  const parallels = `+lat_1=${parallel ?? lat} +lat_2=${second ?? parallel ?? lat}`;
  switch (keys.get(METHOD)) {
    case 1:
      return `+proj=tmerc ${centred} +k_0=${scale}`;
    case 7:
      return `+proj=merc ${from} ${parallel === undefined ? `+k_0=${scale}` : `+lat_ts=${parallel}`}`;
    case 8:
      return `+proj=lcc ${centred} ${parallels}`;
    case 9:
      return `+proj=lcc ${centred} +lat_1=${lat} +k_0=${scale}`;
    case 10:
      return `+proj=laea ${centred}`;
    case 11:
      return `+proj=aea ${centred} ${parallels}`;
    case 12:
      return `+proj=aeqd ${centred}`;
    case 14:
      return `+proj=stere ${centred} +k_0=${scale}`;
    case 15:
      // at the pole the scale counts, else it is true at the latitude
      return `+proj=stere +lat_0=${lat < 0 ? -90 : 90} ${from} ${Math.abs(lat) === 90 ? `+k_0=${scale}` : `+lat_ts=${lat}`}`;
    case 16:
      return `+proj=sterea ${centred} +k_0=${scale}`;
    case 17:
      return `+proj=eqc ${centred} +lat_ts=${parallel ?? 0}`;
    case 24:
      return `+proj=sinu ${from}`;
    case 28:
      return `+proj=cea ${from} +lat_ts=${parallel ?? 0}`;
    default:
      return null;
  }
}
