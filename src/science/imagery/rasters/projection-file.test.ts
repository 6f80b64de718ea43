import { describe, expect, test } from "vitest";
import { projectionOfText } from "./projection-file.ts";
import { projectionBy, projectionOf } from "./projection.ts";

const DEGREES =
  'GEOGCS["GCS_RGF_1993",DATUM["D_RGF_1993",SPHEROID["GRS_1980",6378137.0,298.257222101]],' +
  'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const LAMBERT =
  `PROJCS["RGF_1993_Lambert_93",${DEGREES},PROJECTION["Lambert_Conformal_Conic"],` +
  'PARAMETER["False_Easting",700000.0],PARAMETER["False_Northing",6600000.0],PARAMETER["Central_Meridian",3.0],' +
  'PARAMETER["Standard_Parallel_1",44.0],PARAMETER["Standard_Parallel_2",49.0],' +
  'PARAMETER["Latitude_Of_Origin",46.5],UNIT["Meter",1.0]]';

describe("a projection file", () => {
  test("of Esri without a code puts places where the code's parameters put them", () => {
    const { epsg, definition } = projectionOfText(LAMBERT);
    expect(epsg).toBeNull();
    const [own, named] = [projectionBy(definition!, null), projectionOf(2154)!];
    const [x, y] = own.forward(2.3, 48.8)!;
    const [namedX, namedY] = named.forward(2.3, 48.8)!;
    expect(x).toBeCloseTo(namedX, 3);
    expect(y).toBeCloseTo(namedY, 3);
    expect(own.isGeographic).toBe(false);
    expect(projectionBy(DEGREES, null).isGeographic).toBe(true);
  });

  test.each([
    ['GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]', 4326],
    ['PROJCS["WGS 84 / UTM zone 38S",GEOGCS["WGS 84"]]', 32_738],
    [`${LAMBERT.slice(0, -1)},AUTHORITY["EPSG","2154"]]`, 2154],
    ['PROJCRS["RGF93 / Lambert-93",BASEGEOGCRS["RGF93",ID["EPSG",4171]],ID["EPSG",2154]]', 2154],
    [`PROJCS["x",GEOGCS["y",AUTHORITY["EPSG","4171"]],UNIT["Meter",1.0]]`, null],
    ["somewhere", null],
  ])("%s has the code %s", (text, code) => {
    expect(projectionOfText(text).epsg).toBe(code);
  });

  test("that names no method has no definition", () => {
    expect(projectionOfText("somewhere")).toEqual({ epsg: null, definition: null, isUserDefined: true });
    expect(projectionOfText('PROJCS["x",PROJECTION["Unheard_Of"]]').definition).toBeNull();
  });
});
