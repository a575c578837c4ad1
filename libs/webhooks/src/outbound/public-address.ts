import ipaddr from 'ipaddr.js';

// Azure's metadata and DNS service has an address that looks public.
const METADATA = new Set(['168.63.129.16']);

/** The host of a web address as a look-up takes it: an IPv6 address stands in brackets there. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/**
 * Whether an address is somebody's on the open internet. What is not known to be is not: private, loopback, link-local,
 * unique-local, carrier-grade NAT, multicast, reserved, and whatever carries an IPv4 address inside (but a mapped one,
 * which is judged as that).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  return address.range() === 'unicast' && !METADATA.has(address.toString());
}
