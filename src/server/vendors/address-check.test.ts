import type { LookupAddress } from 'node:dns';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describe, expect, it, onTestFinished } from 'vitest';

import { NotConnected, checkedLookup, isWithin } from './address-check';
import { checkedConnector } from './connector';

describe('addresses that may be called', () => {
  it.each(['93.184.216.34', '8.8.8.8', '2606:4700:4700::1111', '[2606:4700:4700::1111]', '::ffff:8.8.8.8'])(
    'lets the public address %s through',
    (address) => {
      expect(isWithin('public', address)).toBe(true);
      expect(isWithin('loopback', address)).toBe(false);
    },
  );

  it.each([
    '127.0.0.1',
    '127.1',
    '0x7f.1',
    '2130706433',
    '::1',
    '[::1]',
    '::ffff:127.0.0.1',
    '::127.0.0.1',
    '0.0.0.0',
    '::',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    'fe80::1%eth0',
    'fd00::1',
    'fec0::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    '224.0.0.1',
    'ff02::1',
    '255.255.255.255',
    '198.18.0.1',
    '192.0.2.1',
    '2001:db8::1',
    'localhost',
    '',
    'vendor.example',
  ])('refuses “%s” as a public address', (address) => {
    expect(isWithin('public', address)).toBe(false);
  });

  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('takes %s for this machine', (address) => {
    expect(isWithin('loopback', address)).toBe(true);
  });

  it.each(['10.0.0.1', '192.168.1.1', '0.0.0.0', '169.254.169.254', 'fd00::1'])(
    'does not take %s for this machine',
    (address) => {
      expect(isWithin('loopback', address)).toBe(false);
    },
  );
});

describe('names', () => {
  const lookUp = (answers: LookupAddress[], all: boolean) =>
    new Promise((resolve, reject) => {
      const lookup = checkedLookup('public', (_name, _options, callback) => callback(null, answers));
      lookup('vendor.example', { all }, (error, address) =>
        error === null ? resolve(address) : reject(error),
      );
    });
  const good = { address: '93.184.216.34', family: 4 };

  it('are resolved when every address is public', async () => {
    await expect(lookUp([good], true)).resolves.toEqual([good]);
    await expect(lookUp([good], false)).resolves.toBe(good.address);
  });

  it('are refused when one of several addresses is private', async () => {
    await expect(lookUp([good, { address: '10.0.0.7', family: 4 }], true)).rejects.toMatchObject({
      reason: 'address',
    });
    await expect(lookUp([good, { address: '10.0.0.7', family: 4 }], false)).rejects.toBeInstanceOf(
      NotConnected,
    );
  });

  it('without an address are refused', async () => {
    await expect(lookUp([], true)).rejects.toMatchObject({ reason: 'network' });
  });
});

describe('the open connection', () => {
  it('is dropped when the name led elsewhere than its look-up told', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const connect = checkedConnector('public', (_name, options, callback) => {
      if (options.all === true) callback(null, [{ address: '127.0.0.1', family: 4 }]);
      else callback(null, '127.0.0.1', 4);
    });
    const error = await new Promise((resolve) => {
      connect({ hostname: 'vendor.example', protocol: 'http:', port: String(port) }, (...[failure]) =>
        resolve(failure),
      );
    });
    expect(error).toMatchObject({ name: 'NotConnected', reason: 'address' });
  });
});
