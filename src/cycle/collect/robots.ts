/** What a host lets crawlers do (RFC 9309), as far as it concerns one of them. */
export interface Robots {
  readonly rules: readonly { readonly isAllowed: boolean; readonly pattern: string }[];
  /** Not in the standard, but widely meant: seconds between two requests; null where nothing is said. */
  readonly crawlDelayS: number | null;
}

/** Nothing is forbidden. */
export const NO_ROBOTS: Robots = { rules: [], crawlDelayS: null };

/** What a crawler has to read of the file, by the standard. */
export const MOST_ROBOTS_BYTES = 500 * 1024;

/** Longer waits are nobody's wish for a reader that comes once an hour. */
const LONGEST_DELAY_S = 60;

/** Reads the groups for a crawler's product token (`tocsin`), or those for everybody where it has none. */
export function readRobots(text: string, product: string): Robots {
  const groups = groupsOf(text);
  const own = groups.filter(({ agents }) => agents.includes(product.toLowerCase()));
  const chosen = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes("*"));
  const delays = chosen.flatMap(({ delays: said }) => said);
  return {
    rules: chosen.flatMap(({ rules }) => rules),
    crawlDelayS: delays.length > 0 ? Math.min(Math.max(...delays), LONGEST_DELAY_S) : null,
  };
}

/** Whether the address may be fetched: the longest rule that matches decides, and of two as long the kinder. */
export function mayFetch({ rules }: Robots, url: URL): boolean {
  const path = normal(url.pathname + url.search);
  if (path === "/robots.txt") return true;
  let longest = -1;
  let isAllowed = true;
  for (const rule of rules) {
    const { length } = rule.pattern;
    if (length < longest || !matches(rule.pattern, path)) continue;
    isAllowed = length > longest ? rule.isAllowed : isAllowed || rule.isAllowed;
    longest = length;
  }
  return isAllowed;
}

interface Group {
  readonly agents: string[];
  readonly rules: { isAllowed: boolean; pattern: string }[];
  readonly delays: number[];
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  let group: Group | undefined;
  for (const line of text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/)) {
    const [, key = "", value = ""] = /^\s*([\w-]+)\s*:\s*([^#]*)/.exec(line) ?? [];
    const said = value.trim();
    switch (key.toLowerCase()) {
      case "user-agent":
        if (group === undefined || group.rules.length + group.delays.length > 0)
          groups.push((group = newGroup()));
        group.agents.push(productOf(said));
        break;
      case "allow":
      case "disallow":
        if (said !== "")
          group?.rules.push({ isAllowed: key.toLowerCase() === "allow", pattern: normal(said) });
        else group?.rules.push({ isAllowed: true, pattern: "" });
        break;
      case "crawl-delay":
        if (/^\d+(\.\d+)?$/.test(said)) group?.delays.push(Number(said));
    }
  }
  return groups;
}

function newGroup(): Group {
  return { agents: [], rules: [], delays: [] };
}

/** `Tocsin/0.1 (+…)` names the crawler `tocsin`. */
function productOf(agent: string): string {
  return agent === "*" ? "*" : (/^[A-Za-z_-]+/.exec(agent)?.[0] ?? agent).toLowerCase();
}

/** Octets outside ASCII percent-encoded, letters that need no encoding bare, hexadecimal in capitals. */
function normal(path: string): string {
  return path
    .replace(/[^\p{ASCII}]+/gu, (part) => encodeURI(part.toWellFormed()))
    .replace(/%[0-9a-f]{2}/gi, (code) => {
      const letter = String.fromCharCode(parseInt(code.slice(1), 16));
      return /[\w.~-]/.test(letter) ? letter : code.toUpperCase();
    });
}

/** `*` stands for anything, `$` at the end for the end; each part is looked for once, so no pattern is slow. */
function matches(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith("$");
  const [first = "", ...parts] = (isAnchored ? pattern.slice(0, -1) : pattern).split("*");
  if (!path.startsWith(first)) return false;
  if (parts.length === 0) return !isAnchored || path.length === first.length;
  let at = first.length;
  const last = isAnchored ? parts.pop()! : "";
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}
