import { hash } from 'node:crypto';
import type { Sha256 } from '@kanribo/merkle';

/** SHA-256 of the platform. */
export const sha256: Sha256 = (bytes) => hash('sha256', bytes, 'buffer');
