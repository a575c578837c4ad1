import ipaddr from 'ipaddr.js';

// Azure's metadata and DNS service uses an address that looks public.
const METADATA = new Set(['168.63.129.16']);

/** The host of a URL in the form used for lookups: IPv6 addresses without brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

// ::ffff:0:0/96 in text form. ipaddr.js also treats ::1.2.3.4 as mapped, which is another range.
const MAPPED = /^(::|(0{1,4}:){5})ffff:/i;

// The interface identifiers of ISATAP (RFC 5214) end in an IPv4 address.
const ISATAP = new Set([0x5efe, 0x0200_5efe]);

/**
 * Whether an address is known to be public. Everything else is refused: private, loopback, link-local, unique-local,
 * carrier-grade NAT, multicast, reserved, and addresses that embed an IPv4 address (except mapped ones, which are judged
 * by their IPv4 address).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = MAPPED.test(text) ? ipaddr.process(text) : ipaddr.parse(text);
  if (address instanceof ipaddr.IPv6 && !isGlobalUnicast(address)) return false;
  return address.range() === 'unicast' && !METADATA.has(address.toString());
}

/** In 2000::/3, the range assigned to networks (RFC 4291); the rest of the space, including ::/8, is unassigned. */
function isGlobalUnicast({ parts, zoneId }: ipaddr.IPv6): boolean {
  const [first = 0, , , , fifth = 0, sixth = 0] = parts;
  return first >> 13 === 1 && !zoneId && !ISATAP.has(fifth * 0x1_0000 + sixth);
}
