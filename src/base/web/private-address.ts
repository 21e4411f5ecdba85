import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

/**
 * Addresses that are not public: https://www.iana.org/assignments/iana-ipv4-special-registry and
 * https://www.iana.org/assignments/iana-ipv6-special-registry. Also those that contain an IPv4 address
 * (6to4, NAT64, Teredo), as nobody links to them, and the address at which Azure answers its machines.
 */
const ranges: readonly string[] = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32'],
  ...['::/96', '::ffff:0:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23'],
  ...['2001:db8::/32', '2002::/16', '3fff::/20', '5f00::/16', 'fc00::/7', 'fe80::/10'],
  ...['fec0::/10', 'ff00::/8'],
];

const notPublic = listOf(ranges);

/** Shorter prefixes, in bits, are those of tunnels, which lead to the rest of the internet, too. */
const shortestPrefix = 8;

/**
 * Whether an IP address is reserved, or one of this machine or of a private network.
 *
 * @param own the networks that this machine is in, as in `192.0.2.7/24`; their addresses may be public
 */
export function isPrivateIp(address: string, own: readonly string[] = ownNetworks()): boolean {
  // An IPv4 address in the form of an IPv6 address is compared with the IPv4 ranges.
  const family = familyOf(address);
  const near = own.filter((network) => Number(network.split('/')[1]) >= shortestPrefix);
  return notPublic.check(address, family) || listOf(near).check(address, family);
}

function ownNetworks(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.flatMap(({ cidr }) => cidr ?? []);
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), familyOf(address));
  }
  return list;
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
