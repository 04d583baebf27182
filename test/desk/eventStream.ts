/** An event as a browser would have it. */
export interface Told {
  readonly id?: number;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Reads an event stream as it comes. */
export function readStream({body}: Response) {
  if (!body) throw new Error("there is nothing to read");
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let beats = 0;
  const seen: Told[] = [];

  /** False at the end. */
  async function more(): Promise<boolean> {
    const {done, value} = await reader.read();
    if (done) return false;
    const blocks = `${rest}${value}`.split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks)
      if (block.startsWith(":")) beats += 1;
      else seen.push(toldIn(block));
    return true;
  }

  return {
    seen,
    beats: () => beats,
    more,
    /** Until the events are so; fails where the stream ends before. */
    async until(enough: (seen: readonly Told[]) => boolean): Promise<readonly Told[]> {
      while (!enough(seen)) if (!(await more())) throw new Error("the stream has ended");
      return seen;
    },
    async end(): Promise<void> {
      while (await more());
    },
    leave: () => reader.cancel(),
  };
}

function toldIn(block: string): Told {
  const fields = new Map(block.split("\n").map(line => line.split(/: (.*)/s) as [string, string]));
  const id = fields.get("id");
  return {
    ...(id !== undefined && {id: Number(id)}),
    event: fields.get("event") ?? "",
    data: JSON.parse(fields.get("data") ?? "{}") as Told["data"],
  };
}
