/**
 * Whose claim a source's name tells: the agency of `Reuters via CNA`, which an outlet passed on, and the named source
 * of `TVN24 citing Reuters`. "Agencies" and the like name nobody, so there it stays with the outlet.
 */
export function speakerOf(name: string): string {
  const [carried, outlet] = name.split(" via ", 2) as [string, string?];
  if (outlet !== undefined) return carried;
  const cited = name.split(" citing ", 2)[1];
  return cited !== undefined && /[\p{Lu}\d]/u.test(cited) ? cited : name;
}
