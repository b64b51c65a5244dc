/**
 * Rises with every incompatible change of commands, views, patches or calls;
 * protocol-version.test.ts holds the hash of the schemas that this version stands for.
 */
export const PROTOCOL_VERSION = 7;
