import type {Command} from "commander";
export async function watchNote(_c: string, _o: Command): Promise<number> {
  return 0;
}
