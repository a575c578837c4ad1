import { isPublicAddress } from './public-address';

it.each(['93.184.215.14', '1.1.1.1', '2606:4700:4700::1111', '::ffff:1.1.1.1'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  ['loopback', '127.0.0.1'],
  ['loopback', '127.8.9.1'],
  ['loopback', '::1'],
  ['loopback, mapped', '::ffff:127.0.0.1'],
  ['loopback, mapped, in hex', '::ffff:7f00:1'],
  ['loopback, IPv4-compatible', '::127.0.0.1'],
  ['loopback through NAT64', '64:ff9b::7f00:1'],
  ['loopback through 6to4', '2002:7f00:1::'],
  ['unspecified', '0.0.0.0'],
  ['unspecified', '::'],
  ['private', '10.0.0.1'],
  ['private', '172.16.0.1'],
  ['private', '192.168.1.1'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['link-local and metadata', '169.254.169.254'],
  ['link-local', 'fe80::1'],
  ['unique-local', 'fd00:ec2::254'],
  ['Alibaba’s metadata', '100.100.100.200'],
  ['Oracle’s metadata', '192.0.0.192'],
  ['Azure’s metadata', '168.63.129.16'],
  ['multicast', '224.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['reserved', '240.0.0.1'],
  ['documentation', '2001:db8::1'],
  ['no address', 'localhost'],
])('%s is not: %s', (_, address) => {
  expect(isPublicAddress(address)).toBe(false);
});
