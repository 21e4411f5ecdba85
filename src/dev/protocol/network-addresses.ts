import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

/** Networks that machines make up for themselves: no phone is in them. */
const virtual =
  /^(?:docker|br-|veth|virbr|vmnet|vboxnet|lxc|lxd|cni|podman|tun|tap|utun|wg|tailscale|zt|vEthernet)/;
/** What a machine calls itself where nobody gave it an address. */
const unassigned = /^169\.254\./;

type Network = readonly [name: string, addresses: readonly NetworkInterfaceInfo[] | undefined];

/** Where other machines reach this one: first the address that a phone in the same room most likely does. */
export function outerAddresses(
  networks: readonly Network[] = Object.entries(networkInterfaces()),
): readonly string[] {
  const all = networks.flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({
        address,
        rank: unassigned.test(address) ? 2 : virtual.test(name) ? 1 : 0,
      })),
  );
  return all.sort((a, b) => a.rank - b.rank).map(({ address }) => address);
}
