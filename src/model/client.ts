import { z } from "zod";
import { day } from "./observation.ts";
import { CEILINGS } from "./release.ts";
import { isThisMachine } from "./this-machine.ts";
import { WARNING_STATES } from "./warning.ts";

/** How many days there are at least between the briefs a client is sent. */
export const BRIEF_DAYS = { weekly: 7, monthly: 30 } as const;

/** The states of a warning a client can ask to be told from. */
const TOLD_FROM = WARNING_STATES.slice(1, 4) as ["watch", "warning", "critical"];

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, "expected lower-case letters, digits and -");

const address = z
  .string()
  .refine((text) => isAddress(text), { error: "expected mailto:desk@example.org, https://… or file:///…" });

const client = z
  .strictObject({
    id,
    name: z.string().min(1),
    to: address,
    /** What changes from that day on is told, and where open warnings stand. */
    since: day,
    scenarios: z.array(z.string()).min(1).optional(),
    from: z.enum(TOLD_FROM).default("warning"),
    ceiling: z.enum(CEILINGS).default("TLP:CLEAR"),
    brief: z.enum(["never", "weekly", "monthly"]).default("never"),
    /** An age recipient: everything is sealed for it. */
    receives: z.string().startsWith("age1", "expected the age1… a recipient receives by").optional(),
    /** A file with the secret by which a receiver knows who tells, as Standard Webhooks write it. */
    secretFile: z.string().optional(),
  })
  .refine(({ to, secretFile }) => !to.startsWith("http") || secretFile !== undefined, {
    path: ["secretFile"],
    error: "expected a file with a secret: else anybody could tell this client of a warning",
  })
  .refine(({ to, ceiling, receives }) => isCarriedOpenly(ceiling) || !to.startsWith("mailto:") || receives, {
    path: ["ceiling"],
    error: "expected TLP:CLEAR or TLP:GREEN by mail, or `receives` with an age1… to seal it for",
  });

/** Everybody who is told without asking. It is read where it stands: the store knows clients by their ids alone. */
export const clientList = z
  .strictObject({
    /** Where the pages are for those who are told; no link is sent without. */
    pages: z
      .url({ protocol: /^https?$/, error: "expected an address such as https://tocsin.example.org" })
      .optional(),
    mail: z
      .strictObject({
        server: z.string().refine((text) => /^smtps?:$/.test(URL.parse(text)?.protocol ?? ""), {
          error: "expected smtps://account@mail.example.org or smtp://…",
        }),
        from: z.string().min(3),
        passwordFile: z.string().optional(),
      })
      .optional(),
    clients: z.array(client),
  })
  .refine(({ mail, clients }) => mail !== undefined || !clients.some(({ to }) => to.startsWith("mailto:")), {
    path: ["mail"],
    error: "expected `server` and `from`: a client is told by mail",
  });

export type ClientList = Readonly<z.infer<typeof clientList>>;
export type Client = ClientList["clients"][number];

function isCarriedOpenly(ceiling: (typeof CEILINGS)[number]): boolean {
  return CEILINGS.indexOf(ceiling) <= CEILINGS.indexOf("TLP:GREEN");
}

/** Plain http reaches this machine alone. */
function isAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null) return false;
  if (url.protocol === "mailto:") return /^[^\s,;<>]+@[^\s,;<>]+$/.test(url.pathname) && url.search === "";
  if (url.protocol === "file:") return url.host === "";
  return (
    (url.protocol === "https:" || (url.protocol === "http:" && isThisMachine(url.hostname))) &&
    url.username === ""
  );
}
