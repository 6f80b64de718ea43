// Numbers of the entries of PROPAGATION_ERRORS. Also compiled into the kernel.

export const MEAN_ECCENTRICITY = 1;
export const MEAN_MOTION = 2;
export const PERTURBED_ECCENTRICITY = 3;
export const SEMI_LATUS_RECTUM = 4;
export const DECAYED = 5;
