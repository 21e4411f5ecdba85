import { BlockList, isIP } from 'node:net';

/**
 * Addresses that are not public: https://www.iana.org/assignments/iana-ipv4-special-registry and
 * https://www.iana.org/assignments/iana-ipv6-special-registry. Also those that contain an IPv4 address
 * (6to4, NAT64, Teredo), as nobody links to them.
 */
const ranges: readonly string[] = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24'],
  ...['203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ...['::/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32'],
  ...['2002::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
];

const notPublic = new BlockList();
for (const range of ranges) {
  const [address = '', bits] = range.split('/');
  notPublic.addSubnet(address, Number(bits), familyOf(address));
}

/** Whether an IP address is one of this machine or a private network, or reserved. */
export function isPrivateIp(address: string): boolean {
  // An IPv4 address in the form of an IPv6 address is compared with the IPv4 ranges.
  return notPublic.check(address, familyOf(address));
}

/** Whether a host can be told to be private without asking for its IP address. @param host as in a URL */
export function isPrivateHost(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isIP(name) !== 0) return isPrivateIp(name);
  return !name.includes('.') || /\.(?:localhost|local|internal|lan|home\.arpa)$/.test(name);
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6';
}
