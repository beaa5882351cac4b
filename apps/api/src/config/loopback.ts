import { isIPv4 } from 'node:net';

/** `host` as in a URL or in HOST: a name or an address, IPv6 with or without brackets. */
export const isLoopback = (host: string): boolean => {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  return name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'));
};
