/** What has changed. */
export function Changes() {
  return null;
}
