import {later} from "../later.tsx";
import {useReview} from "./judge/review.ts";

const ApproveDialog = later(() =>
  import("./approve/approveDialog.tsx").then(({ApproveDialog}) => ApproveDialog),
);
const ReasonDialog = later(() =>
  import("./head/reasonDialog.tsx").then(({ReasonDialog}) => ReasonDialog),
);
const RegenerateDialog = later(() =>
  import("./stale/regenerateDialog.tsx").then(({RegenerateDialog}) => RegenerateDialog),
);

/** What lies over the screen, if anything does. */
export function OverScreen() {
  const over = useReview().over.value;
  if (over === "approve") return <ApproveDialog />;
  if (over === "changes" || over === "drop") return <ReasonDialog to={over} />;
  return over === "regenerate" ? <RegenerateDialog /> : null;
}
