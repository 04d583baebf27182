// The package has no types of its own: what the tests use of it.
declare module "oidc-provider" {
  import type {IncomingMessage, ServerResponse} from "node:http";

  export default class Provider {
    constructor(
      issuer: string,
      configuration: {
        readonly clients: readonly object[];
        readonly pkce: {readonly required: () => boolean};
        readonly claims: Readonly<Record<string, readonly string[]>>;
        readonly cookies: {readonly keys: readonly string[]};
        readonly findAccount: (context: unknown, sub: string) => object | undefined;
      },
    );
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  }
}
