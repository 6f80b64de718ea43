export { createGate, type Gate } from "./gate.ts";
export { hashPassword, passwordFault, SALT_BYTES } from "./password.ts";
export { digestOf, secretFrom } from "./secret.ts";
