import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
import { InputError } from "#model/input-error.ts";
import type { Certificate } from "../api/listen.ts";
import { readBytes } from "./read-file.ts";

/** A certificate and its key from two files; InputError where either is none, they do not fit, or it does not hold now. */
export function readCertificate(certFile: string, keyFile: string, now: string): Certificate {
  const [cert, key] = [certFile, keyFile].map((file) => new TextDecoder().decode(readBytes(file)));
  const certificate = certificateIn(cert!, certFile);
  const [from, to] = [certificate.validFromDate, certificate.validToDate].map((date) => date.toISOString());
  if (now < from!) throw fault(certFile, `this certificate holds from ${from} on`, "expected one that holds");
  if (now > to!) throw fault(certFile, `this certificate expired on ${to}`, "expected one that holds");
  if (!certificate.checkPrivateKey(keyIn(key!, keyFile)))
    throw fault(keyFile, `this is not the key of ${certFile}`, "expected the private key it was made with");
  try {
    createSecureContext({ cert: cert!, key: key! });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw fault(certFile, `TLS does not take it (${why})`, "expected a certificate and what vouches for it");
  }
  return { cert: cert!, key: key! };
}

function certificateIn(pem: string, file: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw fault(file, "this is no certificate", 'expected PEM, "-----BEGIN CERTIFICATE-----"');
  }
}

function keyIn(pem: string, file: string): KeyObject {
  if (/ENCRYPTED/.test(pem)) throw fault(file, "this key has a passphrase", "expected one without");
  try {
    return createPrivateKey(pem);
  } catch {
    throw fault(file, "this is no private key", 'expected PEM, "-----BEGIN PRIVATE KEY-----"');
  }
}

function fault(file: string, wrong: string, right: string): InputError {
  return new InputError([{ file, wrong, right }]);
}
