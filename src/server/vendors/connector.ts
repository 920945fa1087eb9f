import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';

import { Agent, buildConnector } from 'undici';

import { NotConnected, checkedLookup, isWithin } from './address-check';
import type { Reach } from './address-check';

const connectMs = 10_000;

/**
 * Connects only to addresses within reach: checked when the address is written out, for every DNS answer, and once more
 * on the open socket. Every error it gives is a `NotConnected`, so the request was surely not sent.
 */
export function checkedConnector(
  reach: Reach,
  lookup: LookupFunction = checkedLookup(reach),
): buildConnector.connector {
  const connect = buildConnector({ timeout: connectMs, lookup });
  return (options, callback) => {
    if (isIP(options.hostname) !== 0 && !isWithin(reach, options.hostname)) {
      callback(new NotConnected('address', 'The address is not allowed.'), null);
      return;
    }
    connect(options, (...[error, socket]) => {
      if (error !== null && error !== undefined) {
        callback(error instanceof NotConnected ? error : new NotConnected('network', codeOf(error)), null);
      } else if (socket !== null && isWithin(reach, socket.remoteAddress ?? '')) {
        callback(null, socket);
      } else {
        socket?.destroy();
        callback(
          new NotConnected('address', 'The connection leads to an address that is not allowed.'),
          null,
        );
      }
    });
  };
}

const agents: Record<Reach, Agent> = {
  public: new Agent({ connect: checkedConnector('public') }),
  loopback: new Agent({ connect: checkedConnector('loopback') }),
};

/** The pool of connections for all vendors within that reach. */
export function agentFor(reach: Reach): Agent {
  return agents[reach];
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
