import { validate } from '@tandem/http';

/** Medusa refuses what it does not know, in body and query. */
export const medusaInput = validate({ whitelist: true, forbidNonWhitelisted: true });

/** Where Medusa itself looks at nothing but what it needs: a login. */
export const medusaLooseInput = validate({ whitelist: true, forbidNonWhitelisted: false });
