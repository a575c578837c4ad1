import ipaddr from 'ipaddr.js';

// What one IPv6 subscriber is given (RFC 6177): an address more costs its owner nothing.
const IPV6_SUBSCRIBER_BITS = 64;

/** Everything that is no address counts as one client, so that a made-up text opens no new count. */
const UNREADABLE = 'unreadable';

/**
 * Which client an address counts as: an IPv4 address, or the /64 network of an IPv6 address. Proxies write an IPv4 address in
 * IPv6 spelling (`::ffff:192.0.2.1`), and some add the port (`192.0.2.1:443`, `[2001:db8::1]:443`).
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
