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
const PublishDialog = later(() =>
  import("./publish/publishDialog.tsx").then(({PublishDialog}) => PublishDialog),
);
const HourDialog = later(() =>
  import("./publish/hourDialog.tsx").then(({HourDialog}) => HourDialog),
);
const ConflictDialog = later(() =>
  import("./publish/conflictDialog.tsx").then(({ConflictDialog}) => ConflictDialog),
);
const CorrectDialog = later(() =>
  import("./publish/correctDialog.tsx").then(({CorrectDialog}) => CorrectDialog),
);
const RetractDialog = later(() =>
  import("./publish/retractDialog.tsx").then(({RetractDialog}) => RetractDialog),
);
const ApproveCorrectionDialog = later(() =>
  import("./publish/approveCorrectionDialog.tsx").then(
    ({ApproveCorrectionDialog}) => ApproveCorrectionDialog,
  ),
);

/** What lies over the screen, if anything does. */
export function OverScreen() {
  const over = useReview().over.value;
  switch (over) {
    case undefined:
      return null;
    case "approve":
      return <ApproveDialog />;
    case "changes":
    case "drop":
      return <ReasonDialog to={over} />;
    case "regenerate":
      return <RegenerateDialog />;
    case "publish":
      return <PublishDialog />;
    case "hour":
      return <HourDialog />;
    case "conflict":
      return <ConflictDialog />;
    case "correct":
      return <CorrectDialog />;
    case "retract":
      return <RetractDialog />;
    case "approve-correction":
      return <ApproveCorrectionDialog />;
  }
}
