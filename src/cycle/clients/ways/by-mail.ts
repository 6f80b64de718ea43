import { createTransport } from "nodemailer";
import { OutsideFailed } from "#model/input-error.ts";
import { isThisMachine } from "#model/this-machine.ts";
import type { Way, Wires } from "./way.ts";

/** Sends a mail. It goes over TLS, or no farther than this machine. */
export const byMail: Way = {
  protocols: ["mailto:"],
  async tell({ id, subject, text, attachments }, client, wires) {
    const transport = createTransport(serverOf(wires));
    const mail = {
      ...{ from: wires.mail!.from, to: decodeURIComponent(new URL(client.to).pathname), subject, text },
      date: new Date(wires.now()),
      messageId: `<${id.replace(/^urn:uuid:/, "")}@tocsin>`,
      headers: { "Auto-Submitted": "auto-generated" },
      attachments: attachments.map(({ name, mediaType, bytes }) => ({
        ...{ filename: name, contentType: mediaType, content: Buffer.from(bytes) },
      })),
      // What is told is text: nothing in it names a file or an address to be read.
      ...{ disableFileAccess: true, disableUrlAccess: true },
    };
    try {
      await transport.sendMail(mail);
    } catch (error) {
      throw new OutsideFailed(`mail: ${error instanceof Error ? error.message : String(error)}`, error);
    } finally {
      transport.close();
    }
  },
};

function serverOf({ mail, mailPassword, patienceMs }: Wires) {
  const { protocol, hostname, port, username } = new URL(mail!.server);
  const secure = protocol === "smtps:";
  return {
    host: hostname.replaceAll(/[[\]]/g, ""),
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    ...(isThisMachine(hostname) ? { ignoreTLS: !secure } : { requireTLS: true }),
    ...(username !== "" && { auth: { user: decodeURIComponent(username), pass: mailPassword ?? "" } }),
    ...{ connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs },
  };
}
