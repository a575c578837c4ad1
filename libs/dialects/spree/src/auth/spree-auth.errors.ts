import { defineError } from '@tandem/context';

/** No publishable key, or one that is unknown, revoked or secret. */
export class ApiKeyInvalid extends defineError('invalid_token', 'unauthorized', 'Valid API key required') {}
