import type {FoundCoins} from "../../jobs/coinSearch.ts";
import type {PublicationOrder} from "../../jobs/publishing/order.ts";
import type {DeskLocale} from "../../model/deskLocale.ts";
import type {Caller} from "../../model/person.ts";
import type {PublicationAnswer} from "../../model/publication.ts";
import type {DraftState} from "../../model/review.ts";
import type {Following} from "../stream/follower.ts";
import type {Alarms} from "./alarmsShapes.ts";
import type {CoinsQuery, OrderChoices} from "./choicesShapes.ts";
import type {HookDeliveries, HookSummary} from "./hooksShapes.ts";
import type {Against, Differences, Judgements} from "./judgingShapes.ts";
import type {PeopleServices} from "./peopleServices.ts";
import type {
  CorrectionSummary,
  Corrections,
  Publications,
  Rehearsals,
  Targets,
} from "./publicationShapes.ts";
import type {RecordedLine} from "./recordedShapes.ts";
import type {
  Accepted,
  Approvals,
  AskedAnchor,
  Checked,
  Comment,
  Comments,
  Events,
  HistoryQuery,
  Revision,
  Revisions,
} from "./reviewShapes.ts";
import type {Scan, ScanQuery, ScanRequest, Scans} from "./scansShapes.ts";
import type {
  DraftSummary,
  Drafts,
  DraftsQuery,
  NoteRequest,
  Run,
  Runs,
  RunsQuery,
  ScheduleDetail,
  ScheduleSummary,
} from "./shapes.ts";

/** The files of a draft as they would be published. */
export const draftFiles = ["note.html", "note.pdf", "evidence.json"] as const;
export type DraftFile = (typeof draftFiles)[number];

/** A run that was ordered. */
export interface Ordered {
  readonly run: string;
}

/** A text that somebody wants kept. */
export interface Save {
  readonly id: string;
  /** The revision that it was written on. */
  readonly base: number;
  readonly text: string;
  /** What was to be settled or read again since the draft was made again, and is, by its ids. */
  readonly settled?: readonly string[];
  readonly by: Caller;
}

/** That somebody wants a draft in another state. */
export interface Transition {
  readonly id: string;
  readonly to: DraftState;
  readonly by: Caller;
  /** The revision that they have read. */
  readonly on?: number;
  readonly reason?: string | undefined;
  readonly accepted: readonly Accepted[];
  /** Goes through the review on the way, where it is not there. */
  readonly send?: boolean | undefined;
  /** What is approved is ordered published as well. */
  readonly publish?: PublicationOrder | undefined;
}

/** That somebody wants a draft published. */
export interface Publishing extends PublicationOrder {
  readonly id: string;
  readonly by: Caller;
}

/** That somebody wants it at another hour at a target. */
export interface Rescheduling {
  readonly id: string;
  readonly target: string;
  readonly at: string;
  readonly by: Caller;
}

/** That somebody says what is asked of a publication. */
export interface AnsweringAt {
  readonly id: string;
  readonly target: string;
  readonly answer: PublicationAnswer;
  readonly by: Caller;
}

export interface ReleaseFile {
  readonly id: string;
  readonly version: number;
  readonly file: DraftFile;
}

/** That somebody has found an error in what is out. */
export interface Correcting {
  readonly id: string;
  readonly correction:
    | {
        readonly kind: "corrected";
        readonly reason: string;
        readonly wrong: string;
        readonly right: string;
      }
    | {readonly kind: "refiled" | "retracted"; readonly reason: string};
  readonly by: Caller;
}

export interface TakingBack {
  /** Of the draft. */
  readonly id: string;
  readonly correction: string;
  readonly by: Caller;
}

export interface ApprovingCorrection extends TakingBack {
  readonly accepted: readonly Accepted[];
}

export interface Assignment {
  readonly id: string;
  /** Null: nobody has it. */
  readonly to: string | null;
  readonly by: Caller;
}

/** That somebody wants a draft made again, on the data of now unless told. */
export interface Regeneration {
  readonly id: string;
  readonly asOf?: string | undefined;
  readonly by: Caller;
}

/** What a draft's newest text is held against, and by whom. */
export interface Comparison {
  readonly id: string;
  readonly against: Against;
  readonly by: string;
}

/** What somebody says of a passage. */
export interface Remark {
  readonly id: string;
  readonly anchor: AskedAnchor;
  readonly text: string;
  /** The newest unless told. */
  readonly revision?: number | undefined;
  readonly by: Caller;
}

export interface Resolution {
  /** Of the comment. */
  readonly id: string;
  readonly resolved: boolean;
  readonly by: Caller;
}

/**
 * What the HTTP interface asks of the newsroom. What is not there is undefined. An order that cannot
 * be carried out is a UsageError or the Problem of a field, one against the state of things a Conflict,
 * one that today's calls do not suffice for BudgetSpent.
 */
export interface DeskServices {
  /** Whom a token stands for. */
  callerOf(token: string): Promise<Caller | undefined>;
  /** Fails where the store cannot be reached. */
  ready(): Promise<void>;
  metrics(): Promise<{readonly contentType: string; readonly text: string}>;
  /** One person writes and approves. */
  readonly solo: boolean;
  readonly people: PeopleServices;

  /** The same key by the same caller is the same run. */
  order(note: NoteRequest, by: Caller, key?: string): Promise<Ordered>;
  runs(query: RunsQuery): Promise<Runs>;
  run(id: string): Promise<Run | undefined>;
  cancel(id: string, by: Caller): Promise<Run | undefined>;

  drafts(query: DraftsQuery): Promise<Drafts>;
  draft(id: string): Promise<DraftSummary | undefined>;
  draftText(id: string): Promise<{readonly revision: number; readonly text: string} | undefined>;
  /** A newer revision than the base is the Problem 412 with base, theirs and yours. */
  saveText(save: Save): Promise<Revision | undefined>;
  checkText(id: string, text: string): Promise<Checked | undefined>;
  revisions(id: string, query: HistoryQuery): Promise<Revisions | undefined>;
  revision(id: string, number: number): Promise<Revision | undefined>;
  events(id: string, query: HistoryQuery): Promise<Events | undefined>;
  move(transition: Transition): Promise<DraftSummary | undefined>;
  approvals(id: string): Promise<Approvals | undefined>;
  assign(assignment: Assignment): Promise<DraftSummary | undefined>;
  comments(id: string): Promise<Comments | undefined>;
  comment(remark: Remark): Promise<Comment | undefined>;
  resolve(resolution: Resolution): Promise<Comment | undefined>;
  draftFile(id: string, file: DraftFile): Promise<Uint8Array | string | undefined>;

  /** What stands at a place of an answer that the draft rests on. */
  recorded(place: {
    readonly id: string;
    readonly file: string;
    readonly pointer: string;
  }): Promise<RecordedLine | undefined>;
  /** What of the newest text needs judgement. */
  judgements(id: string, language?: DeskLocale): Promise<Judgements | undefined>;

  /** Undefined, too, where there is nothing of the kind to hold it against. */
  differences(wish: Comparison): Promise<Differences | undefined>;

  regenerate(regeneration: Regeneration): Promise<Ordered | undefined>;

  schedules(): Promise<readonly ScheduleSummary[]>;
  /** Once, now, beside its times. */
  runSchedule(name: string, by: Caller): Promise<Ordered | undefined>;
  pauseSchedule(name: string, paused: boolean, by: Caller): Promise<ScheduleSummary | undefined>;

  /** What happens, from after the event of that number, or from now. */
  follow(after?: number): Promise<Following>;

  coins(query: CoinsQuery): Promise<FoundCoins>;
  orderChoices(): Promise<OrderChoices>;

  hooks(): Promise<readonly HookSummary[]>;
  hookDeliveries(name: string, query: HistoryQuery): Promise<HookDeliveries | undefined>;

  /** The same key by the same caller is the same run. */
  orderScan(scan: ScanRequest, by: Caller, key?: string): Promise<Ordered>;
  scans(): Promise<Scans>;
  /** Of the run. */
  scan(run: string, query: ScanQuery): Promise<Scan | undefined>;
  /** Does again what failed of it. */
  retry(id: string, by: Caller): Promise<Run | undefined>;
  schedule(name: string): Promise<ScheduleDetail | undefined>;
  /** What is not well and nothing has mended. */
  alarms(): Promise<Alarms>;

  publish(order: Publishing): Promise<Publications | undefined>;
  /** What would be sent. */
  rehearse(order: Publishing): Promise<Rehearsals | undefined>;
  publications(id: string): Promise<Publications | undefined>;
  /** Undefined, too, where nothing was ordered there. */
  cancelPublication(wish: Omit<Rescheduling, "at">): Promise<Publications | undefined>;
  reschedule(wish: Rescheduling): Promise<Publications | undefined>;
  answer(wish: AnsweringAt): Promise<Publications | undefined>;
  releaseFile(wish: ReleaseFile): Promise<Uint8Array | undefined>;
  corrections(id: string): Promise<Corrections | undefined>;
  correct(wish: Correcting): Promise<CorrectionSummary | undefined>;
  approveCorrection(wish: ApprovingCorrection): Promise<CorrectionSummary | undefined>;
  takeBack(wish: TakingBack): Promise<CorrectionSummary | undefined>;
  targets(): Promise<Targets>;
}
