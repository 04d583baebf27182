import {Fragment} from "preact";
import type {Piece} from "./diff.ts";

/** Words that went and came, as they are read. */
export function Pieces({pieces}: {readonly pieces: readonly Piece[]}) {
  return (
    <>
      {pieces.map(({kind, words}, i) => {
        const key = `${i}${kind}`;
        if (kind === "same") return <Fragment key={key}>{words}</Fragment>;
        const [, body = "", tail = ""] = /^(.*?)(\s*)$/s.exec(words) ?? [];
        return (
          <Fragment key={key}>
            {kind === "out" ? <del>{body}</del> : <ins>{body}</ins>}
            {tail || (kind === "out" ? " " : "")}
          </Fragment>
        );
      })}
    </>
  );
}
