import {ApproveDialog} from "./approve/approveDialog.tsx";
import {ReasonDialog} from "./head/reasonDialog.tsx";
import {useReview} from "./judge/review.ts";
import {RegenerateDialog} from "./stale/regenerateDialog.tsx";

/** What lies over the screen, if anything does. */
export function OverScreen() {
  const over = useReview().over.value;
  if (over === "approve") return <ApproveDialog />;
  if (over === "changes" || over === "drop") return <ReasonDialog to={over} />;
  return over === "regenerate" ? <RegenerateDialog /> : null;
}
