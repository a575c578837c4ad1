import { validate } from '@tandem/http';

/** Medusa refuses what it does not know, in body and query. */
export const medusaInput = validate({ whitelist: true, forbidNonWhitelisted: true });
