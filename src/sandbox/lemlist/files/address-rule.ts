import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';

import ipaddr from 'ipaddr.js';

/** A link that leads to where files are not fetched from. */
export class NotPublic extends Error {
  override name = 'NotPublic';
}

/**
 * Where a link may lead: to public addresses by https, and to the server that serves the sandbox itself, so that it can
 * be tried on one machine.
 */
export function allowedUrl(link: string, ownOrigin: string | null): URL {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url === null) throw new NotPublic('not a URL');
  if (isOwn(url, ownOrigin)) return url;
  const host = bare(url.hostname);
  const isAddress = isIP(host) !== 0;
  if (url.protocol !== 'https:' || (isAddress ? !isPublic(host) : !host.includes('.'))) {
    throw new NotPublic('not a public https link');
  }
  return url;
}

/** A look-up for sockets that refuses a name when any of its addresses is not public; for the own origin only loopback counts. */
export function checkedLookup(url: URL, ownOrigin: string | null): LookupFunction {
  const isAllowed = isOwn(url, ownOrigin) ? isLoopback : isPublic;
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error !== null || first === undefined) callback(error ?? new Error('no address'), []);
      else if (!addresses.every(({ address }) => isAllowed(address))) {
        callback(new NotPublic('the name leads to a private address'), []);
      } else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

function isOwn(url: URL, ownOrigin: string | null): boolean {
  return ownOrigin !== null && url.origin === ownOrigin;
}

/** Global unicast; of IPv6 only 2000::/3 is routed, so that wrapped IPv4 addresses fall out. */
function isPublic(address: string): boolean {
  const ip = parsed(address);
  if (ip === null) return false;
  const routed = ip instanceof ipaddr.IPv6 ? ip.match(ipaddr.IPv6.parse('2000::'), 3) : true;
  return routed && ip.range() === 'unicast';
}

function isLoopback(address: string): boolean {
  return parsed(address)?.range() === 'loopback';
}

function parsed(address: string) {
  return ipaddr.isValid(bare(address)) ? ipaddr.process(bare(address)) : null;
}

function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
}
