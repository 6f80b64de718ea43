/** The bytes of a picture are broken, or of a kind that is not read; the message says what and where. */
export class RasterRefused extends Error {
  override readonly name = "RasterRefused";
}
