import {diffLines} from "diff";

/** Words to be put in place of others, as CodeMirror has it. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * What makes one text of another, line by line and within them no more than differs: a cursor that
 * stands beside it stays where it is.
 *
 * @example changesBetween("one\ntwo\n", "one\ntoo\n") // [{"from": 5, "to": 6, "insert": "o"}]
 */
export function changesBetween(before: string, after: string): Change[] {
  const changes: Change[] = [];
  let at = 0;
  let removed = "";
  let added = "";
  const close = () => {
    if (removed !== added) changes.push(trimmed(at - removed.length, removed, added));
    removed = added = "";
  };
  for (const part of diffLines(before, after)) {
    if (part.added) added += part.value;
    else if (part.removed) {
      removed += part.value;
      at += part.value.length;
    } else {
      close();
      at += part.value.length;
    }
  }
  close();
  return changes;
}

function trimmed(from: number, removed: string, added: string): Change {
  const most = Math.min(removed.length, added.length);
  let head = 0;
  while (head < most && removed[head] === added[head]) head++;
  let tail = 0;
  while (tail < most - head && removed.at(-1 - tail) === added.at(-1 - tail)) tail++;
  return {
    from: from + head,
    to: from + removed.length - tail,
    insert: added.slice(head, added.length - tail),
  };
}
