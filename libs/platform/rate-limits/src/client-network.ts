import ipaddr from 'ipaddr.js';

// The prefix of one IPv6 subscriber (RFC 6177), within which addresses are free to change.
const IPV6_SUBSCRIBER_BITS = 64;

/** All unparseable addresses count as one client, so that invented text gets no new count. */
const UNREADABLE = 'unreadable';

/**
 * The client that an address counts as: an IPv4 address, or the /64 network of an IPv6 address. Proxies may write IPv4 as IPv6
 * (`::ffff:192.0.2.1`) and add the port (`192.0.2.1:443`, `[2001:db8::1]:443`).
 */
export function clientNetwork(text: string | undefined): string {
  const bare = withoutPort(text ?? '');
  if (!ipaddr.isValid(bare)) return UNREADABLE;
  const address = ipaddr.process(bare);
  if (!(address instanceof ipaddr.IPv6)) return address.toString();
  const network = ipaddr.IPv6.networkAddressFromCIDR(`${withoutZone(address)}/${IPV6_SUBSCRIBER_BITS}`);
  return `${network.toString()}/${IPV6_SUBSCRIBER_BITS}`;
}

function withoutPort(text: string): string {
  const [, bracketed, dotted] = /^(?:\[([^\]]+)\]|(\d+\.\d+\.\d+\.\d+))(?::\d+)?$/.exec(text.trim()) ?? [];
  return bracketed ?? dotted ?? text.trim();
}

function withoutZone({ parts }: ipaddr.IPv6): string {
  return new ipaddr.IPv6(parts).toString();
}
