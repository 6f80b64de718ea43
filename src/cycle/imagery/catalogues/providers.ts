/** A catalogue of imagery that is searched by STAC. */
export interface ImageryProvider {
  readonly id: string;
  readonly title: string;
  /** Its landing page. */
  readonly url: string;
  /** Items asked for at once; fewer where it fails under them. */
  readonly pageSize: number;
  /** What is to be known before its pictures are used. */
  readonly note: string;
}

/** The catalogues that are known by name; any other is given by its address. */
export const IMAGERY_PROVIDERS: readonly ImageryProvider[] = [
  {
    id: "earth-search",
    title: "Earth Search by Element 84",
    url: "https://earth-search.aws.element84.com/v1",
    pageSize: 100,
    note: "open; the flag for the Sentinel-2 offset can be wrong both ways",
  },
  {
    id: "planetary-computer",
    title: "Microsoft Planetary Computer",
    url: "https://planetarycomputer.microsoft.com/api/stac/v1",
    pageSize: 100,
    note: "pictures need a token, which is fetched without an account",
  },
  {
    id: "cdse",
    title: "Copernicus Data Space Ecosystem",
    url: "https://stac.dataspace.copernicus.eu/v1",
    pageSize: 100,
    note: "pictures lie on s3://eodata behind an account, Sentinel-2 as JPEG 2000; the search is open",
  },
];
