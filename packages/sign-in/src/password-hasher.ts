import { hash, verify } from '@node-rs/argon2';
import type { PasswordHasher } from '@kanribo/application';

/** 19 MiB, two passes, one lane: OWASP's first choice; argon2id is the library's default. */
const costs = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Passwords by argon2id (RFC 9106). A text that is no hash is the hash of no password.
 */
export const argon2Hasher: PasswordHasher = {
  hash: (password) => hash(password, costs),
  verify: async (text, password) => {
    try {
      return await verify(text, password);
    } catch {
      return false;
    }
  },
};
