import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

/** Interfaces of virtual networks, which phones cannot reach. */
const virtual =
  /^(?:docker|br-|veth|virbr|vmnet|vboxnet|lxc|lxd|cni|podman|tun|tap|utun|wg|tailscale|zt|vEthernet)/;
/** Link-local addresses, used when no address was assigned. */
const unassigned = /^169\.254\./;

type Network = readonly [name: string, addresses: readonly NetworkInterfaceInfo[] | undefined];

/** The addresses at which other machines may reach this one, the most likely first. */
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
