/** Whether an address, or a host to listen on, is this machine's own and nobody else's. */
export const isLoopback = (address: string): boolean =>
  /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address) || address === '::1' || address === 'localhost';
