/** What is known of another burn. */
interface Known {
  readonly day: number;
  readonly spreadDays: number;
  readonly gain: number;
}

/** How much likelier a time is than if all were alike. */
export type Usual = (day: number) => number;

/** Times of burns err by so much more than their odds say. */
export const DOUBT = 1.5;
/** Burns that tell of each other: so many days apart at most, and enough for the same not to be told twice. */
const [NEAREST_DAYS, FURTHEST_DAYS] = [3, 3000];
/** A burn is known from this gain on. */
const MIN_GAIN = 12;
/** Rayleigh's statistic: burns at places of chance agree so well in one history of 150. */
const MIN_AGREEMENT = 5;
/** Burns at one place are no nearer to it than this, and some are elsewhere. */
const LEAST_WIDTH_DAYS = 0.1;
const MOST_SHARE = 0.9;

/**
 * When a burn near a day is likely, where those of some years before and after were at one place of a ground track that
 * repeats every so many days; null where they were not. The burn itself may be among the others: it is passed over.
 */
export function usualPlace(repeatDays: number, others: readonly Known[], day: number): Usual | null {
  let [along, across, squares, precision] = [0, 0, 0, 0];
  for (const other of others) {
    const apart = other.day - day;
    const isFar = Math.abs(apart) > FURTHEST_DAYS || Math.abs(apart) < NEAREST_DAYS;
    if (isFar || other.gain < MIN_GAIN) continue;
    const angle = (2 * Math.PI * apart) / repeatDays;
    const spread = DOUBT * other.spreadDays;
    const weight = Math.exp(-0.5 * ((2 * Math.PI * spread) / repeatDays) ** 2);
    [along, across] = [along + weight * Math.cos(angle), across + weight * Math.sin(angle)];
    squares += weight * weight;
    precision += 1 / (spread * spread + LEAST_WIDTH_DAYS ** 2);
  }
  const together = Math.hypot(along, across);
  if (!(together * together >= MIN_AGREEMENT * squares) || squares === 0) return null;
  const share = Math.min(together / squares, MOST_SHARE);
  const place = day + (Math.atan2(across, along) / (2 * Math.PI)) * repeatDays;
  const width = Math.sqrt(LEAST_WIDTH_DAYS ** 2 + 1 / (share * precision));
  const most = repeatDays / (width * Math.sqrt(2 * Math.PI));
  return (time) => {
    const beside = time - place - repeatDays * Math.round((time - place) / repeatDays);
    return 1 - share + share * most * Math.exp(-0.5 * (beside / width) ** 2);
  };
}
