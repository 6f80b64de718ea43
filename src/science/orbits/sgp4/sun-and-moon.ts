// Radians per minute. Also compiled into the kernel.

export const SUN_MEAN_MOTION = 1.19459e-5;
export const SUN_ECCENTRICITY = 0.01675;
export const MOON_MEAN_MOTION = 1.5835218e-4;
export const MOON_ECCENTRICITY = 0.0549;
