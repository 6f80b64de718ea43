import { WrongUse } from "../../failure.ts";

/** WrongUse: nobody is called so. */
export function noAccount(name: string): never {
  throw new WrongUse(`there is no account "${name}"; "tocsin user list" lists them`);
}
