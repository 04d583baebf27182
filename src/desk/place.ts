import {BlockList, isIP} from "node:net";
import {UsageError} from "../model/errors.ts";
import {isLoopback} from "../model/loopback.ts";

/** Where a desk listens, and by what it is found there. */
export interface PlaceWish {
  readonly host: string;
  /** What people type, where that is not the address on which it listens. */
  readonly url?: string | undefined;
  /** Addresses or networks of proxies, whose word about who comes is taken. */
  readonly trustProxy: readonly string[];
  /** It has a key and a certificate of its own. */
  readonly tls: boolean;
}

export interface Place {
  /** It listens on this machine's own address. */
  readonly local: boolean;
  /** Undefined: by the names of this machine. */
  readonly url: URL | undefined;
  readonly tls: boolean;
  /** Whether the address is one of a proxy that was named. */
  trusts(address: string): boolean;
}

/**
 * What holds of a desk by what was said of it.
 *
 * @throws UsageError where passwords would go over a network as they are, or what was said cannot be
 */
export function placeOf({host, url, trustProxy, tls}: PlaceWish): Place {
  const local = isLoopback(host);
  const proxies = proxyList(trustProxy);
  const found = url === undefined ? undefined : addressOf(url);
  if (found?.protocol === "http:" && (tls || !isLoopback(found.hostname)))
    throw new UsageError(
      `url is ${url}: beyond this machine people find a desk by https:// alone, so that nobody on the way reads their passwords`,
    );
  if (found?.protocol === "https:" && !tls && trustProxy.length === 0)
    throw new UsageError(
      `url is ${url}, and nothing here speaks TLS: name the proxy that does with --trust-proxy, such as 127.0.0.1, or give --tls-key and --tls-cert`,
    );
  if (!local && found === undefined)
    throw new UsageError(
      `on ${host} others can reach this desk: say with --url https://… how they find it, and give --tls-key and --tls-cert, or put a proxy with TLS in front and name its address with --trust-proxy`,
    );
  if (!local && found?.protocol !== "https:")
    throw new UsageError(
      `on ${host} others can reach this desk, and ${url} is without TLS: give --url https://…`,
    );
  return {
    local,
    url: found,
    tls,
    trusts(address) {
      const one = plain(address);
      return isIP(one) !== 0 && proxies.check(one, family(one));
    },
  };
}

function addressOf(text: string): URL {
  const url = URL.parse(text);
  const fits = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  if (fits && url.pathname === "/" && !url.search && !url.hash) return url;
  throw new UsageError(
    `url is ${text}: it must be where the desk is found, and nothing more, such as https://desk.example`,
  );
}

function proxyList(names: readonly string[]): BlockList {
  const list = new BlockList();
  for (const name of names) {
    const [address = "", length, ...more] = name.split("/");
    const bits = isIP(address) === 6 ? 128 : 32;
    const prefix = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : -1;
    if (!isIP(address) || prefix < 1 || prefix > bits || more.length > 0)
      throw new UsageError(
        `--trust-proxy has ${name}: give addresses or networks, such as 10.0.0.1 or 172.16.0.0/12`,
      );
    list.addSubnet(address, prefix, family(address));
  }
  return list;
}

const family = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** An address of IPv4 as a socket for both has it. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, "");

/** Some proxies write the port as well. */
const bare = (text: string) =>
  text.replace(/^\[(.+)\](:\d+)?$/, "$1").replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1");

/** Whoever asks, behind whatever proxies were named. */
export interface Asker {
  readonly address: string;
  /** Nobody on the way could read along. */
  readonly safe: boolean;
}

/**
 * Who asks: the nearest address that is no proxy of ours. What a proxy was told by others is not
 * believed, nor anything that comes past it.
 */
export function askerOf(
  {tls, trusts}: Pick<Place, "tls" | "trusts">,
  peer: string,
  header: (name: string) => string | undefined,
): Asker {
  if (!trusts(peer)) return {address: plain(peer), safe: tls};
  const chain = (header("x-forwarded-for") ?? "").split(",").map(one => bare(one.trim()));
  const client = chain.findLast(one => !trusts(one)) ?? "";
  // The nearest proxy of ours wrote last.
  const [proto] = (header("x-forwarded-proto") ?? "").split(",").slice(-1);
  return {address: plain(isIP(client) ? client : peer), safe: tls || proto?.trim() === "https"};
}
