/** After so many days beside its epoch a set has a low orbit seconds to minutes off. */
export const STALE_DAYS = 14;
