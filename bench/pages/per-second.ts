/** How often in a second of processor time something is done, over at least one such second after warming up. */
export function perSecond(work: () => void): number {
  for (let i = 0; i < 2; i++) work();
  let done = 0;
  const begin = process.cpuUsage();
  for (;;) {
    work();
    done++;
    const { user, system } = process.cpuUsage(begin);
    if (user + system > 1e6) return (1e6 * done) / (user + system);
  }
}
