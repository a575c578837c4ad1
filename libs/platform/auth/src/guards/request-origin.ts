import type { Request } from 'express';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

// Sec-Fetch-Site is sent by every current browser, even without Origin. "none": the user typed the address.
const OWN_SITES = new Set(['same-origin', 'none']);

/**
 * Whether the cookie of a request can be trusted (CSRF). A browser sends it with another site's forms too, so a request that changes
 * something must come from our own origin or an allowed one. Requests with neither Origin nor Sec-Fetch-Site are not from a browser.
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
