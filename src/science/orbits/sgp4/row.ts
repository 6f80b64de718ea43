/**
 * Where the numbers of one initialised object stand in its row. Names are those of Spacetrack Report 3 and of
 * Vallado et al. 2006; angles in radians, times in minutes, lengths in Earth radii. Also compiled into the kernel.
 */

/** What kind of orbit this is: NEAR_SIMPLE, NEAR or DEEP. */
export const KIND = 0;
export const NEAR_SIMPLE = 0;
export const NEAR = 1;
export const DEEP = 2;

// Mean elements at epoch and their secular rates.
export const MO = 1;
export const MDOT = 2;
export const ARGPO = 3;
export const ARGPDOT = 4;
export const NODEO = 5;
export const NODEDOT = 6;
export const ECCO = 7;
export const INCLO = 8;
export const NO = 9;
export const AO = 10;

// Drag: products with B* are kept as one number.
export const NODECF = 11;
export const CC1 = 12;
export const BSTAR_CC4 = 13;
export const T2COF = 14;
export const OMGCOF = 15;
export const ETA = 16;
export const XMCOF = 17;
export const DELMO = 18;
export const D2 = 19;
export const D3 = 20;
export const D4 = 21;
export const BSTAR_CC5 = 22;
export const SINMAO = 23;
export const T3COF = 24;
export const T4COF = 25;
export const T5COF = 26;

// The inclination at epoch; its functions follow in deep space.
export const SINIO = 27;
export const COSIO = 28;
export const AYCOF = 29;
export const XLCOF = 30;

// Deep space: secular rates of Sun and Moon.
export const DEDT = 32;
export const DIDT = 33;
export const DOMDT = 34;
export const DNODT = 35;
export const DMDT = 36;

// Periodic terms: thirteen numbers for the Sun, then thirteen for the Moon, in this order.
export const SUN = 37;
export const MOON = 50;
export const Z_MO = 0;
export const E2 = 1;
export const E3 = 2;
export const I2 = 3;
export const I3 = 4;
export const L2 = 5;
export const L3 = 6;
export const L4 = 7;
export const GH2 = 8;
export const GH3 = 9;
export const GH4 = 10;
export const H2 = 11;
export const H3 = 12;

/** Resonance with the Earth's rotation: NOT_RESONANT, SYNCHRONOUS or HALF_DAY. */
export const RESONANCE = 63;
export const NOT_RESONANT = 0;
export const SYNCHRONOUS = 1;
export const HALF_DAY = 2;
export const GSTO = 64;
export const XLAMO = 65;
export const XFACT = 66;
/** DEL1 to DEL3 of a synchronous orbit, D2201 to D5433 of a half-day one. */
export const TERMS = 67;

// Where the resonance integrator stands. It always steps from epoch, so that order does not matter to the result.
export const ATIME = 77;
export const XLI = 78;
export const XNI = 79;
export const XLDOT = 80;
export const XNDT = 81;
export const XNDDT = 82;

export const ROW_LENGTH = 84;
