/** How often in a second of processor time something is done, over at least one such second after another to warm up. */
export function perSecond(work: () => void): number {
  timed(work);
  return timed(work);
}

function timed(work: () => void): number {
  let done = 0;
  const begin = process.cpuUsage();
  for (;;) {
    work();
    done++;
    const { user, system } = process.cpuUsage(begin);
    if (user + system > 1e6) return (1e6 * done) / (user + system);
  }
}
