/** What a scan of this browser was made from: a note from its list is made from the same. */
export interface ScanOrigin {
  readonly source?: string;
  readonly data?: string;
}

const key = (run: string) => `assay.scan.${run}`;

export const rememberOrigin = (run: string, origin: ScanOrigin): void =>
  sessionStorage.setItem(key(run), JSON.stringify(origin));

export function originOf(run: string): ScanOrigin {
  const kept = sessionStorage.getItem(key(run));
  return kept === null ? {} : (JSON.parse(kept) as ScanOrigin);
}
