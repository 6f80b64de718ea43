import { OutsideFailed } from "#model/input-error.ts";
import { isObject, textIn } from "#science/imagery/index.ts";
import { readBody } from "../../network/ask-source.ts";
import type { Fetch } from "../../network/guarded-fetch.ts";
import { askAgain, PassingFailure, type Patience } from "./ask-again.ts";
import type { Signing } from "../files/http-source.ts";

interface TokenNetwork {
  readonly fetch: Fetch;
  readonly patience: Patience;
  readonly nowMs: () => number;
}

/** A token is renewed that long before it runs out. */
const EARLY_MS = 60_000;

/**
 * Signs addresses of Azure's stores with the tokens that the Planetary Computer gives without an account, one for
 * each container, anew when it runs out or is refused. `base` is where tokens are asked for.
 */
export function planetaryComputerSigning(
  network: TokenNetwork,
  base = "https://planetarycomputer.microsoft.com/api/sas/v1/token",
  isStore = (url: URL) => url.hostname.endsWith(".blob.core.windows.net"),
): Signing {
  const tokens = new Map<string, { readonly token: string; readonly untilMs: number }>();
  return async (url, wasRefused) => {
    if (!isStore(url) || (url.searchParams.has("sig") && !wasRefused)) return { url };
    const place = `${url.hostname.split(".")[0]}/${url.pathname.split("/")[1]}`;
    const known = wasRefused ? undefined : tokens.get(place);
    const isGood = known !== undefined && network.nowMs() < known.untilMs - EARLY_MS;
    const { token, untilMs } = isGood ? known : await fetchToken(network, new URL(`${base}/${place}`), null);
    tokens.set(place, { token, untilMs });
    const signed = new URL(url);
    signed.search = token;
    return { url: signed };
  };
}

/** Carries the bearer token of an account along to one host and those below it, anew when it runs out or is refused. */
export function bearerSigning(
  network: TokenNetwork,
  { tokenUrl, form, host }: { readonly tokenUrl: URL; readonly form: URLSearchParams; readonly host: string },
): Signing {
  let known: { readonly token: string; readonly untilMs: number } | null = null;
  return async (url, wasRefused) => {
    if (url.hostname !== host && !url.hostname.endsWith(`.${host}`)) return { url };
    const isGood = known !== null && !wasRefused && network.nowMs() < known.untilMs - EARLY_MS;
    known = isGood ? known : await fetchToken(network, tokenUrl, form);
    return { url, headers: { authorization: `Bearer ${known!.token}` } };
  };
}

/** Carries an account of the Copernicus Data Space along to its own hosts. */
export function copernicusSigning(
  network: TokenNetwork,
  { user, password }: { readonly user: string; readonly password: string },
): Signing {
  return bearerSigning(network, {
    tokenUrl: new URL(
      "https://identity.dataspace.copernicus.eu/auth/realms/CDSE/protocol/openid-connect/token",
    ),
    form: new URLSearchParams({ grant_type: "password", client_id: "cdse-public", username: user, password }),
    host: "dataspace.copernicus.eu",
  });
}

/** One signing after another; those that do not know a host leave its address alone. */
export function signedInTurn(signings: readonly Signing[]): Signing {
  return async (url, wasRefused) => {
    let signed: Awaited<ReturnType<Signing>> = { url };
    for (const sign of signings) {
      const next = await sign(signed.url, wasRefused);
      signed = { url: next.url, headers: { ...signed.headers, ...next.headers } };
    }
    return signed;
  };
}

const MOST_BYTES = 64 * 1024;

async function fetchToken(network: TokenNetwork, url: URL, form: URLSearchParams | null) {
  return askAgain(network.patience, async (signal) => {
    const response = await network.fetch(url, {
      method: form === null ? "GET" : "POST",
      headers: {
        "user-agent": "Tocsin/0.1 (self-hosted)",
        ...(form !== null && { "content-type": "application/x-www-form-urlencoded" }),
      },
      ...(form !== null && { body: form.toString() }),
      redirect: "manual",
      signal,
    });
    const what = `${url.host}: HTTP ${response.status} to the question for a token`;
    if (response.status === 429 || response.status >= 500) throw new PassingFailure(what);
    if (response.status !== 200) throw new OutsideFailed(what);
    return readToken(await readBody(response, MOST_BYTES), network.nowMs(), url);
  });
}

/** A token and when it runs out, in the words of both services; an hour where neither says. */
function readToken(bytes: Uint8Array, nowMs: number, url: URL) {
  const answer: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const fields = isObject(answer) ? answer : {};
  const token = textIn(fields, "token", "access_token");
  if (token === null) throw new OutsideFailed(`${url.host}: its answer holds no token`);
  const untilMs = Date.parse(textIn(fields, "msft:expiry") ?? "");
  const seconds = Number(fields.expires_in ?? 3600);
  return { token, untilMs: Number.isNaN(untilMs) ? nowMs + seconds * 1000 : untilMs };
}
