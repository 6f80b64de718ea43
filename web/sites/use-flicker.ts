import { useEffect, useState } from "react";

/** Slow enough to harm nobody, fast enough for the eye to catch what jumps. */
const HALF_PERIOD_MS = 600;

/** Whether the later picture is away just now, while flickering. */
export function useFlicker(isOn: boolean): boolean {
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setInterval(() => setAway((away) => !away), HALF_PERIOD_MS);
    return () => {
      clearInterval(timer);
      setAway(false);
    };
  }, [isOn]);
  return isAway;
}
