import proj4 from "proj4";

/** A coordinate reference system that positions can be carried into and out of. */
export interface Projection {
  /** Null for one that a file gives by its parameters. */
  readonly epsg: number | null;
  /** As messages call it. */
  readonly name: string;
  /** Whether its units are degrees: x is longitude, y latitude. */
  readonly isGeographic: boolean;
  /** Degrees east and north to x and y; null where the system has no place for them. */
  readonly forward: (lonDeg: number, latDeg: number) => readonly [number, number] | null;
  /** x and y to degrees east and north. */
  readonly inverse: (x: number, y: number) => readonly [number, number] | null;
}

const GEOGRAPHIC: Readonly<Record<number, string>> = {
  4326: "+datum=WGS84",
  4258: "+ellps=GRS80",
  4267: "+datum=NAD27",
  4269: "+datum=NAD83",
  4283: "+ellps=GRS80",
  4490: "+ellps=GRS80",
  4674: "+ellps=GRS80",
  7844: "+ellps=GRS80",
};

/** Systems that are met in imagery and that no rule below gives; parameters of the EPSG registry. */
const NAMED: Readonly<Record<number, string>> = {
  2154: "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80",
  2180: "+proj=tmerc +lat_0=0 +lon_0=19 +k=0.9993 +x_0=500000 +y_0=-5300000 +ellps=GRS80",
  2193: "+proj=tmerc +lat_0=0 +lon_0=173 +k=0.9996 +x_0=1600000 +y_0=10000000 +ellps=GRS80",
  3031: "+proj=stere +lat_0=-90 +lat_ts=-71 +lon_0=0 +datum=WGS84",
  3034: "+proj=lcc +lat_0=52 +lon_0=10 +lat_1=35 +lat_2=65 +x_0=4000000 +y_0=2800000 +ellps=GRS80",
  3035: "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80",
  3338: "+proj=aea +lat_0=50 +lon_0=-154 +lat_1=55 +lat_2=65 +datum=NAD83",
  3395: "+proj=merc +lon_0=0 +k=1 +datum=WGS84",
  3413: "+proj=stere +lat_0=90 +lat_ts=70 +lon_0=-45 +datum=WGS84",
  3571: "+proj=laea +lat_0=90 +lon_0=180 +datum=WGS84",
  3572: "+proj=laea +lat_0=90 +lon_0=-150 +datum=WGS84",
  3573: "+proj=laea +lat_0=90 +lon_0=-100 +datum=WGS84",
  3574: "+proj=laea +lat_0=90 +lon_0=-40 +datum=WGS84",
  3575: "+proj=laea +lat_0=90 +lon_0=10 +datum=WGS84",
  3576: "+proj=laea +lat_0=90 +lon_0=90 +datum=WGS84",
  3577: "+proj=aea +lat_0=0 +lon_0=132 +lat_1=-18 +lat_2=-36 +ellps=GRS80",
  3857: "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +k=1 +nadgrids=@null",
  3976: "+proj=stere +lat_0=-90 +lat_ts=-70 +lon_0=0 +datum=WGS84",
  3978: "+proj=lcc +lat_0=49 +lon_0=-95 +lat_1=49 +lat_2=77 +ellps=GRS80",
  3995: "+proj=stere +lat_0=90 +lat_ts=71 +lon_0=0 +datum=WGS84",
  5041: "+proj=stere +lat_0=90 +lon_0=0 +k=0.994 +x_0=2000000 +y_0=2000000 +datum=WGS84",
  5042: "+proj=stere +lat_0=-90 +lon_0=0 +k=0.994 +x_0=2000000 +y_0=2000000 +datum=WGS84",
  5070: "+proj=aea +lat_0=23 +lon_0=-96 +lat_1=29.5 +lat_2=45.5 +datum=NAD83",
  5179: "+proj=tmerc +lat_0=38 +lon_0=127.5 +k=0.9996 +x_0=1000000 +y_0=2000000 +ellps=GRS80",
  5186: "+proj=tmerc +lat_0=38 +lon_0=127 +k=1 +x_0=200000 +y_0=600000 +ellps=GRS80",
  6931: "+proj=laea +lat_0=90 +lon_0=0 +datum=WGS84",
  6932: "+proj=laea +lat_0=-90 +lon_0=0 +datum=WGS84",
  6933: "+proj=cea +lat_ts=30 +lon_0=0 +datum=WGS84",
  9473: "+proj=aea +lat_0=0 +lon_0=132 +lat_1=-18 +lat_2=-36 +ellps=GRS80",
  32661: "+proj=stere +lat_0=90 +lon_0=0 +k=0.994 +x_0=2000000 +y_0=2000000 +datum=WGS84",
  32761: "+proj=stere +lat_0=-90 +lon_0=0 +k=0.994 +x_0=2000000 +y_0=2000000 +datum=WGS84",
};

/** UTM by ranges of codes: the first, the last, the zone of the first, the rest. */
const UTM: readonly (readonly [number, number, number, string])[] = [
  [32601, 32660, 1, "+datum=WGS84"],
  [32701, 32760, 1, "+south +datum=WGS84"],
  [32201, 32260, 1, "+ellps=WGS72 +towgs84=0,0,4.5,0,0,0.554,0.2263"],
  [25828, 25838, 28, "+ellps=GRS80"],
  [26701, 26722, 1, "+datum=NAD27"],
  [26901, 26923, 1, "+datum=NAD83"],
  [28348, 28358, 48, "+south +ellps=GRS80"],
  [7846, 7859, 46, "+south +ellps=GRS80"],
  [6688, 6692, 51, "+ellps=GRS80"],
  [3006, 3006, 33, "+ellps=GRS80"],
  [3067, 3067, 35, "+ellps=GRS80"],
  [6330, 6348, 1, "+ellps=GRS80"],
  [31965, 31976, 11, "+ellps=GRS80"],
  [31978, 31985, 18, "+south +ellps=GRS80"],
];

/** Gauss–Krüger strips of CGCS2000 by ranges of codes: the first, the last, its meridian, the step, the zone before x. */
const CGCS2000: readonly (readonly [number, number, number, number, number])[] = [
  [4491, 4501, 75, 6, 13],
  [4502, 4512, 75, 6, 0],
  [4513, 4533, 75, 3, 25],
  [4534, 4554, 75, 3, 0],
];

/** The projection of an EPSG code, null where its parameters are not known here. */
export function projectionOf(epsg: number): Projection | null {
  const known = MADE.get(epsg);
  if (known !== undefined) return known;
  const definition = definitionOf(epsg);
  if (definition === null) return null;
  const projection = projectionBy(definition, epsg);
  MADE.set(epsg, projection);
  return projection;
}

/** The projection of a definition as PROJ writes it, or of Well-Known Text. */
export function projectionBy(definition: string, epsg: number | null): Projection {
  const converter = proj4(
    "+proj=longlat +datum=WGS84 +no_defs",
    definition.startsWith("+") ? `${definition} +no_defs` : definition,
  );
  const carry = (by: "forward" | "inverse") => (x: number, y: number) => {
    const place = converter[by]([x, y]);
    return Number.isFinite(place[0]) && Number.isFinite(place[1]) ? ([place[0]!, place[1]!] as const) : null;
  };
  return {
    epsg,
    name: epsg === null ? "the projection of the file" : `EPSG:${epsg}`,
    isGeographic: /^(\+proj=longlat|GEOG)/i.test(definition),
    forward: carry("forward"),
    inverse: carry("inverse"),
  };
}

const MADE = new Map<number, Projection>();

function definitionOf(epsg: number): string | null {
  if (GEOGRAPHIC[epsg]) return `+proj=longlat ${GEOGRAPHIC[epsg]}`;
  const named = NAMED[epsg];
  if (named) return `${named}${named.includes("+x_0") ? "" : " +x_0=0 +y_0=0"} +units=m`;
  for (const [first, last, zone, rest] of UTM) {
    if (epsg >= first && epsg <= last) return `+proj=utm +zone=${zone + epsg - first} ${rest} +units=m`;
  }
  for (const [first, last, meridian, step, zone] of CGCS2000) {
    if (epsg < first || epsg > last) continue;
    const east = 500_000 + (zone === 0 ? 0 : (zone + epsg - first) * 1_000_000);
    const lon = meridian + (epsg - first) * step;
    return `+proj=tmerc +lat_0=0 +lon_0=${lon} +k=1 +x_0=${east} +y_0=0 +ellps=GRS80 +units=m`;
  }
  return null;
}

/** The UTM zone of a place, with Norway and Svalbard as they are; beyond 84° N and 80° S the polar systems. */
export function utmEpsg(lonDeg: number, latDeg: number): number {
  if (latDeg > 84) return 32661;
  if (latDeg < -80) return 32761;
  const lon = ((((lonDeg + 180) % 360) + 360) % 360) - 180;
  let zone = Math.floor((lon + 180) / 6) + 1;
  if (latDeg >= 56 && latDeg < 64 && lon >= 3 && lon < 12) zone = 32;
  if (latDeg >= 72 && lon >= 0 && lon < 42)
    zone = [31, 33, 35, 37][[9, 21, 33, 42].findIndex((end) => lon < end)]!;
  return (latDeg >= 0 ? 32600 : 32700) + zone;
}
