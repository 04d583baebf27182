/** The words of a page, one after another, with where each character stands. */
export interface PageText {
  readonly text: string;
  readonly at: (offset: number) => {readonly node: Text; readonly offset: number} | undefined;
}

/** Of the elements below, without the blanks that the page does not show. */
export function pageText(root: Node): PageText {
  const walker = root.ownerDocument?.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */);
  const runs: {readonly start: number; readonly node: Text; readonly places: number[]}[] = [];
  let text = "";
  for (let node = walker?.nextNode(); node; node = walker?.nextNode()) {
    const {data} = node as Text;
    const start = text.length;
    const places: number[] = [];
    for (let i = 0; i < data.length; i++) {
      const blank = /\s/.test(data[i] ?? "");
      if (blank && (text === "" || text.endsWith(" "))) continue;
      text += blank ? " " : data[i];
      places.push(i);
    }
    if (places.length > 0) runs.push({start, node: node as Text, places});
  }
  return {
    text,
    at(offset) {
      const run = runs.findLast(({start}) => start <= offset);
      const place = run?.places[offset - run.start];
      return run && place !== undefined ? {node: run.node, offset: place} : undefined;
    },
  };
}
