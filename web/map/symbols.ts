/** One shape per stream, so that colour stays free for the bloc. Drawn in a box of 2 × 2 around the origin. */
const SHAPES = [
  "M0-.9A.9.9 0 1 1 0 .9A.9.9 0 1 1 0-.9Z",
  "M-.8-.8H.8V.8H-.8Z",
  "M0-1L1 .8H-1Z",
  "M0-1L1 0L0 1L-1 0Z",
  "M-.35-1H.35V-.35H1V.35H.35V1H-.35V.35H-1V-.35H-.35Z",
  "M0 1L1-.8H-1Z",
  "M-.5-.9H.5L1 0L.5.9H-.5L-1 0Z",
  "M-.9-.5L-.5-.9L0-.4L.5-.9L.9-.5L.4 0L.9 .5L.5 .9L0 .4L-.5 .9L-.9 .5L-.4 0Z",
  "M-.8-.9H.8L.2 0L.8 .9H-.8L-.2 0Z",
  "M-.9-.8L0-.2L.9-.8V.8L0 .2L-.9 .8Z",
  "M0-1L.25-.25L1 0L.25 .25L0 1L-.25 .25L-1 0L-.25-.25Z",
  "M-1 .6A1 1.2 0 0 1 1 .6Z",
  "M-1-.35H1V.35H-1Z",
  "M-.35-1H.35V1H-.35Z",
  "M-.8-.8H.8L0 0L.8 .8H-.8Z",
] as const;

/** The outline of a stream's symbol, as SVG path data. */
export function symbolPath(streams: readonly string[], stream: string): string {
  return SHAPES[Math.max(0, streams.indexOf(stream)) % SHAPES.length]!;
}

const SIZE = 32;

/** The symbol as an image, white with a halo of the ground; the map colours it. */
export function symbolImage(path: string, colour: string, halo: string): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIZE;
  // Read back at once: a canvas on the graphics card would have to be waited for.
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.translate(SIZE / 2, SIZE / 2);
  context.scale(SIZE / 2.8, SIZE / 2.8);
  const shape = new Path2D(path);
  context.lineWidth = 0.35;
  context.lineJoin = "round";
  context.strokeStyle = halo;
  context.stroke(shape);
  context.fillStyle = colour;
  context.fill(shape);
  return context.getImageData(0, 0, SIZE, SIZE);
}
