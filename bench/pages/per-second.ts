/** How often a second something is done, over at least one second after warming up. */
export function perSecond(work: () => void): number {
  for (let i = 0; i < 2; i++) work();
  let done = 0;
  const begin = performance.now();
  while (performance.now() - begin < 1000) {
    work();
    done++;
  }
  return (1000 * done) / (performance.now() - begin);
}
