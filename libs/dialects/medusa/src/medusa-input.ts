import { validate } from '@tandem/http';

/** Medusa refuses unknown properties, in body and query. */
export const medusaInput = validate({ whitelist: true, forbidNonWhitelisted: true });

/** For logins, where Medusa ignores unknown properties. */
export const medusaLooseInput = validate({ whitelist: true, forbidNonWhitelisted: false });
