import { validate } from '@tandem/http';

/** Spree ignores what it does not know. */
export const spreeBody = validate({ whitelist: true, forbidNonWhitelisted: false });
