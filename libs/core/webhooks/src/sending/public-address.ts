import ipaddr from 'ipaddr.js';

// Azure's metadata and DNS service has an address that looks public.
const METADATA = new Set(['168.63.129.16']);

/** The host of a web address as a look-up takes it: an IPv6 address stands in brackets there. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

// ::ffff:0:0/96 as it is written. ipaddr.js takes ::1.2.3.4 for one too, which is another range.
const MAPPED = /^(::|(0{1,4}:){5})ffff:/i;

// The interface identifiers of ISATAP (RFC 5214) end in an IPv4 address.
const ISATAP = new Set([0x5efe, 0x0200_5efe]);

/**
 * Whether an address is somebody's on the open internet. What is not known to be is not: private, loopback, link-local,
 * unique-local, carrier-grade NAT, multicast, reserved, and whatever carries an IPv4 address inside (but a mapped one,
 * which is judged as that).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = MAPPED.test(text) ? ipaddr.process(text) : ipaddr.parse(text);
  if (address instanceof ipaddr.IPv6 && !isGlobalUnicast(address)) return false;
  return address.range() === 'unicast' && !METADATA.has(address.toString());
}

/** Of 2000::/3, all that is given to networks (RFC 4291); the rest of the space, ::/8 with it, is nobody's. */
function isGlobalUnicast({ parts, zoneId }: ipaddr.IPv6): boolean {
  const [first = 0, , , , fifth = 0, sixth = 0] = parts;
  return first >> 13 === 1 && !zoneId && !ISATAP.has(fifth * 0x1_0000 + sixth);
}
