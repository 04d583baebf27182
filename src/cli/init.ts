export async function init(_f: string, _o: object): Promise<number> {
  return 0;
}
