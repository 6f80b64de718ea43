/** Powers on the two parts of a count's likelihood. */
export interface CountPowers {
  readonly silence: number;
  readonly stories: number;
}

/**
 * Log-likelihood of a count y under a negative binomial with mean μ and dispersion r, the terms left out that do
 * not depend on μ: −r log(r + μ) for the silence, y log(μ / (r + μ)) for the stories, each with its power.
 * Fractional counts are allowed (a story weighted by its credibility).
 */
export function countLogLikelihood(
  count: number,
  mean: number,
  dispersion: number,
  { silence, stories }: CountPowers,
): number {
  const log = Math.log(dispersion + mean);
  const quiet = -silence * dispersion * log;
  return count > 0 ? quiet + stories * count * (Math.log(mean) - log) : quiet;
}

/** What an analyst can say about a count over one full window. */
export interface CountElicitation {
  /** Expected stories when dormant, building and critical. */
  readonly windowMeans: readonly [number, number, number];
  readonly windowMonths: number;
  readonly dispersion: number;
  /** Likelihood ratio critical : building, its nearest rival, of a window with `presentCount` stories. */
  readonly present: number;
  readonly presentCount: number;
  /** Likelihood ratio critical : dormant of a covered window without any. */
  readonly absent: number;
}

/** The powers with which a window of `presentCount` stories and a silent one say exactly what was elicited. */
export function elicitedPowers({
  windowMeans,
  windowMonths,
  dispersion,
  present,
  presentCount,
  absent,
}: CountElicitation): CountPowers {
  const [dormant, building, critical] = windowMeans.map((mean) => mean / windowMonths) as [
    number,
    number,
    number,
  ];
  const silenceOver = (rival: number): number =>
    -windowMonths * dispersion * Math.log((dispersion + critical) / (dispersion + rival));
  const storyOver = (rival: number): number =>
    Math.log(critical / (dispersion + critical)) - Math.log(rival / (dispersion + rival));
  const silence = Math.max(0, Math.log(absent) / silenceOver(dormant));
  const stories = Math.max(
    0,
    (Math.log(present) - silence * silenceOver(building)) / (presentCount * storyOver(building)),
  );
  return { silence, stories };
}
