import { request } from "node:https";

/** What a client sends besides the address. */
export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** What the cookies that were set say, each on a line. */
  readonly cookie: string;
  readonly body: string;
}

/** Asks a server on this machine by TLS under a name of its certificate, which is trusted. */
export function askingOverTls(port: number, cert: string, name: string) {
  return (path: string, { method = "GET", headers = {}, body }: Sent = {}): Promise<Told> =>
    new Promise((resolve, reject) => {
      const asked = request(
        {
          ...{ host: "127.0.0.1", port, path, method, ca: cert, servername: name },
          headers: {
            host: `${name}:${port}`,
            ...(body && { "content-type": "application/json" }),
            ...headers,
          },
        },
        async (reply) => {
          let said = "";
          for await (const part of reply) said += String(part);
          const { "set-cookie": cookies = [], ...rest } = reply.headers;
          resolve({
            ...{ status: reply.statusCode ?? 0, cookie: cookies.join("\n"), body: said },
            headers: rest as Told["headers"],
          });
        },
      );
      asked.once("error", reject);
      asked.end(body && JSON.stringify(body));
    });
}
