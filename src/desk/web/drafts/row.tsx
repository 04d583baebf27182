import {Component} from "preact";
import type {DraftSummary} from "../../api/shapes.ts";
import {session} from "../session/session.ts";
import {dayAndTime, lately, shortUtc} from "../words/instants.ts";
import {inLocale, locale as page} from "../words/locale.ts";
import {decimal} from "../words/numbers.ts";
import {amissInWords, amissOf, publicationWords} from "../words/publications.ts";
import {groupOf} from "./filters.ts";
import {StateMark} from "./stateMark.tsx";
import {words} from "./words.ts";

/** The newsworthiness at which its bar is full. */
const full = 4;

interface Props {
  readonly draft: DraftSummary;
  readonly onOpen: (id: string) => void;
}

/** A draft in the list; drawn anew for a new answer only, not for each page that is added to it. */
export class Row extends Component<Props> {
  override shouldComponentUpdate({draft}: Props) {
    return draft !== this.props.draft;
  }
  override render() {
    return <Drawn {...this.props} />;
  }
}

function Drawn({draft, onOpen}: Props) {
  const w = inLocale(words);
  const {title, symbol, asOf, edition, revision, locale, faults, newsworthiness} = draft;
  const isOut = groupOf(draft.state) === "out";
  const news = decimal(newsworthiness, 2);
  return (
    <li class={isOut ? "row quiet" : "row"}>
      <div class="what">
        <a
          href={`/drafts/${draft.id}`}
          data-draft={draft.id}
          lang={locale}
          onClick={() => onOpen(draft.id)}
        >
          {title}
        </a>
        <p>
          {[symbol.toUpperCase(), w.asOf(shortUtc(asOf)), edition, `r${revision}`, locale]
            .filter(Boolean)
            .join(" · ")}
          {draft.stale && (
            <>
              {" · "}
              <span class="amber">{w.stale(dayAndTime(draft.stale.since))}</span>
            </>
          )}
        </p>
      </div>
      <div>
        <StateMark state={draft.state} />
        {amissOf(draft.publications).map(one => (
          <span key={one.target} class={`small amiss ${one.colour}`}>
            {amissInWords(one, inLocale(publicationWords), page.value)}
          </span>
        ))}
        {draft.correcting && <span class="small amiss amber">{w.correcting}</span>}
      </div>
      <span class="news">
        <i style={{"--v": Math.min(100, Math.round((newsworthiness / full) * 100))}} />
        <span class="away">{w.newsworthiness(news)}</span>
        <span aria-hidden="true">{news}</span>
      </span>
      <div class="faultc">
        {faults > 0 ? (
          <span class="red">{w.faults(faults)}</span>
        ) : (
          <span class="away">{w.noFault}</span>
        )}
      </div>
      <Who name={draft.assignee} />
      <time class="upd" dateTime={draft.updatedAt}>
        {lately(draft.updatedAt)}
      </time>
    </li>
  );
}

function Who({name}: {readonly name: string | undefined}) {
  const w = inLocale(words);
  if (name === undefined)
    return (
      <div class="whoc">
        <span class="away">{w.nobody}</span>
      </div>
    );
  const mine = name === session.value?.name;
  return <div class={mine ? "whoc mine" : "whoc"}>{mine ? w.you : name}</div>;
}
