/** What we use of cacache, which ships no types. */
declare module "cacache" {
  interface Entry {
    readonly data: Buffer;
    readonly metadata: unknown;
  }
  const cacache: {
    readonly get: {
      (folder: string, key: string): Promise<Entry>;
      info(folder: string, key: string): Promise<{readonly integrity: string} | null>;
    };
    put(
      folder: string,
      key: string,
      data: Buffer,
      options?: {readonly metadata?: unknown},
    ): Promise<unknown>;
    readonly rm: {content(folder: string, integrity: string): Promise<unknown>};
  };
  export default cacache;
}
