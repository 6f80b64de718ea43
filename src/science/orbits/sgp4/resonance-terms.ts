// Phases of the resonance terms in Spacetrack Report 3. Also compiled into the kernel.

export const FASX2 = 0.13130908;
export const FASX4 = 2.8843198;
export const FASX6 = 0.37448087;
export const G22 = 5.7686396;
export const G32 = 0.95240898;
export const G44 = 1.8014998;
export const G52 = 1.050833;
export const G54 = 4.4108898;

/** The integrator's step, minutes. */
export const STEP = 720.0;
