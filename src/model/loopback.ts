/**
 * Whether a host's name or address is this machine's own and nothing beyond it.
 *
 * @example isLoopback("127.0.0.1") // true
 * @example isLoopback("[::1]") // true
 * @example isLoopback("::ffff:127.0.0.1") // true
 * @example isLoopback("localhost.example.org") // false
 */
export const isLoopback = (host: string): boolean =>
  /^((.+\.)?localhost|(::ffff:)?127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
