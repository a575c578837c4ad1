import type { Request } from 'express';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

// Sent by every browser of today where no Origin is; "none" is whoever typed the address.
const OWN_SITES = new Set(['same-origin', 'none']);

/**
 * Whether a cookie may speak for whoever sent the request. A browser sends it with another site's forms too, so what
 * changes something must come from our own origin or an allowed one. What says nothing of its origin is no browser.
 */
export function isOriginTrusted(request: Request, allowed: readonly string[]): boolean {
  if (READS.has(request.method)) return true;
  const origin = request.get('origin');
  if (origin !== undefined) return allowed.includes(origin) || origin === ownOrigin(request);
  const site = request.get('sec-fetch-site');
  return site === undefined || OWN_SITES.has(site);
}

function ownOrigin(request: Request): string {
  return `${request.protocol}://${request.host}`;
}
