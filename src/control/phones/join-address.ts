/** How riders' phones reach the desk: where this page was opened, unless only this machine knows that address. */
export function joinHosts(
  { hostname, port }: Pick<Location, 'hostname' | 'port'>,
  addresses: readonly string[],
): readonly string[] {
  const behind = port === '' ? '' : `:${port}`;
  const own = addresses.map((address) => `${address}${behind}`);
  return isOfThisMachine(hostname) ? own : [`${hostname}${behind}`, ...own.filter((one) => one !== hostname + behind)];
}

/** What a camera reads, or a rider types. */
export const joinAddress = (protocol: string, host: string, code: string): string =>
  `${protocol}//${host}/?join#code=${code}`;

const isOfThisMachine = (hostname: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(hostname);
