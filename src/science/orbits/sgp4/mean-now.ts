/**
 * Mean elements on their way from epoch to a moment, passed from procedure to procedure in one array, so that
 * propagation allocates nothing.
 */
export const T = 0;
export const ECC = 1;
export const INCL = 2;
export const NODE = 3;
export const ARGP = 4;
export const M = 5;
export const AXIS = 6;
export const N = 7;
/** The drag terms: factor of √a, and what is added to e and to the mean longitude in units of n. */
export const TEMPA = 8;
export const TEMPE = 9;
export const TEMPL = 10;
export const MEAN_LENGTH = 11;
