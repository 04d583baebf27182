import {Said} from "../frame/failure.tsx";
import {coinName} from "./coinNames.ts";
import type {Reason as Given} from "./progress.ts";

/** Why a run came to what it did, with its coin by its name. */
export function Reason({of: {coin, says, isOneOf}}: {readonly of: Given}) {
  if (coin === undefined) return <Said says={says} />;
  const name = coinName(coin);
  const itself = new RegExp(`(?<![\\w-])${coin}(?![\\w-])`, "g");
  return (
    <>
      {isOneOf && says.search(itself) < 0 && `${name}: `}
      <Said says={says.replaceAll(itself, name)} />
    </>
  );
}
