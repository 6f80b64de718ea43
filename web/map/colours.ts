/** The value a token has now: the map's canvas cannot read custom properties itself. */
export function token(name: `--${string}`): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

/** Calls back whenever light becomes dark or dark light. */
export function onThemeChange(listener: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = new MutationObserver(listener);
  system.addEventListener("change", listener);
  chosen.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => {
    system.removeEventListener("change", listener);
    chosen.disconnect();
  };
}

/** The same as three numbers from 0 to 1, for a shader. */
export function rgbOf(name: `--${string}`): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = (token(name).match(/\d+(\.\d+)?/g) ?? []).map(Number);
  return [red / 255, green / 255, blue / 255];
}
