/** A bar of a round length that is at most a third of a picture's width. */
export interface ScaleBar {
  /** Of the picture's width. */
  readonly share: number;
  readonly words: string;
}

/** The scale bar of a picture that is so many metres wide. */
export function scaleBarOf(widthMetres: number): ScaleBar {
  const metres = roundLength(widthMetres / 3);
  return {
    share: metres / widthMetres,
    words: metres >= 1000 ? `${metres / 1000} km` : `${metres} m`,
  };
}

/** The largest of 1, 2 and 5 times a power of ten that is not longer. */
function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return [5, 2, 1].find((digit) => digit * power <= most)! * power;
}
