/** A moment so many milliseconds later, or earlier where they are negative; both ISO 8601 UTC with milliseconds. */
export function later(moment: string, ms: number): string {
  return new Date(Date.parse(moment) + ms).toISOString();
}
