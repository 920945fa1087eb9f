import { lookup as systemLookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';

import ipaddr from 'ipaddr.js';

/** `public`: addresses of the open internet. `loopback`: this machine alone, for the vendor that Outboard itself plays. */
export type Reach = 'public' | 'loopback';

type Resolve = (
  hostname: string,
  options: { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** The connection was never made, so nothing was sent. `reason` says whether we or the network stood in the way. */
export class NotConnected extends Error {
  readonly reason: 'address' | 'network';

  constructor(reason: 'address' | 'network', detail: string) {
    super(detail);
    this.name = 'NotConnected';
    this.reason = reason;
  }
}

/** Whether an IP address, in any spelling, lies within reach; what is not an IP address does not. */
export function isWithin(reach: Reach, address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return false;
  const ip = ipaddr.process(bare);
  if (reach === 'loopback') return ip.range() === 'loopback';
  // Of IPv6 only 2000::/3 is routed; the old ways of wrapping an IPv4 address lie outside it.
  const routed = ip instanceof ipaddr.IPv6 ? ip.match(ipaddr.IPv6.parse('2000::'), 3) : true;
  return routed && ip.range() === 'unicast';
}

/** A DNS look-up for sockets that refuses a name when any of its addresses is out of reach. */
export function checkedLookup(reach: Reach, resolve: Resolve = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error !== null || first === undefined) {
        callback(error ?? new NotConnected('network', 'The name has no address.'), []);
      } else if (!addresses.every(({ address }) => isWithin(reach, address))) {
        callback(new NotConnected('address', 'The name leads to an address that is not allowed.'), []);
      } else if (options.all === true) {
        callback(null, addresses);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}
