import { Decrypter, Encrypter } from "age-encryption";

/**
 * Encrypts bytes in the format age (age-encryption.org/v1) so that only the recipients can open them, this program or
 * any other that reads age. RangeError where a recipient is none.
 */
export async function seal(bytes: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch (error) {
      throw new RangeError(`"${recipient}" is no age recipient`, { cause: error });
    }
  }
  return encrypter.encrypt(bytes);
}

/** Opens what was sealed for an identity. RangeError where it was sealed for others, was changed, or is nothing sealed. */
export async function unseal(bytes: Uint8Array, identity: string): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(bytes);
  } catch (error) {
    throw new RangeError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
