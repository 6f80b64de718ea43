import { isIP } from "node:net";
import type { Certificate } from "../api/listen.ts";
import type { Reach } from "../api/reach.ts";
import { WrongUse } from "./failure.ts";
import { PORT, portIn } from "./options.ts";
import { readCertificate } from "./read-certificate.ts";
import type { Shell } from "./shell.ts";

/** What the verbs that serve may be told. */
export interface ServingOptions {
  readonly port?: string;
  readonly host?: string;
  readonly "tls-cert"?: string;
  readonly "tls-key"?: string;
  readonly "behind-proxy"?: true;
  readonly "public-url"?: string;
}

export const SERVING = {
  ...PORT,
  host: {
    takes: "ADDRESS",
    summary: "listen there (127.0.0.1 unless given); beyond this machine it wants an account and TLS",
  },
  "tls-cert": { takes: "FILE", summary: "the certificate, with those that vouch for it, as PEM" },
  "tls-key": { takes: "FILE", summary: "its private key, as PEM" },
  "behind-proxy": { summary: "a proxy in front ends TLS and says X-Forwarded-Proto and X-Forwarded-For" },
  "public-url": { takes: "URLS", summary: "under which addresses it is asked, with commas between" },
} as const;

/** Where and how it is served. */
export interface Serving {
  readonly port: number | undefined;
  readonly host: string;
  readonly tls: Certificate | undefined;
  readonly reach: Reach;
  /** Whether others than this machine may ask. */
  readonly isExposed: boolean;
}

/** What was said of serving; WrongUse where it would be unsafe or makes no sense. */
export function servingIn(options: ServingOptions, shell: Shell): Serving {
  const { host = "127.0.0.1", "tls-cert": cert, "tls-key": key } = options;
  const isProxied = options["behind-proxy"] === true;
  if ((cert === undefined) !== (key === undefined))
    throw new WrongUse("--tls-cert and --tls-key go together; both or neither would be right");
  if (isProxied && cert !== undefined)
    throw new WrongUse("--behind-proxy leaves TLS to the proxy; it alone or --tls-cert would be right");
  const origins = originsIn(options["public-url"]);
  const isExposed = !LOOPBACK.test(host) || isProxied || origins.length > 0;
  if (isExposed && cert === undefined && !isProxied)
    throw new WrongUse(
      `others than this machine would ask ${host} without TLS; --tls-cert and --tls-key, or --behind-proxy, would be right`,
    );
  if ((isProxied || EVERYWHERE.test(host)) && origins.length === 0)
    throw new WrongUse(
      `nobody knows by what name ${isProxied ? "the proxy" : host} is asked; --public-url https://… would be right`,
    );
  const tls = cert && key ? readCertificate(cert, key, shell.now()) : undefined;
  const names = EVERYWHERE.test(host) || LOOPBACK.test(host) ? [] : [hostnameOf(host)];
  return { port: portIn(options.port), host, tls, reach: { names, origins, isProxied }, isExposed };
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|::1)$/;
const EVERYWHERE = /^(0\.0\.0\.0|::)$/;

/** As addresses spell it. */
function hostnameOf(host: string): string {
  const address = `https://${isIP(host) === 6 ? `[${host}]` : host}`;
  if (URL.canParse(address)) return new URL(address).hostname;
  throw new WrongUse(`--host is "${host}"; an address of this machine such as 192.0.2.7 would be right`);
}

function originsIn(text = ""): string[] {
  return text
    .split(/[\s,]+/)
    .filter((word) => word !== "")
    .map((word) => {
      if (URL.canParse(word) && /^https:\/\/[^/?#@]+\/?$/.test(word)) return new URL(word).origin;
      throw new WrongUse(
        `--public-url is "${word}"; an address such as https://tocsin.example.org would be right`,
      );
    });
}
