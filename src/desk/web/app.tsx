import {useEffect} from "preact/hooks";
import {ErrorBoundary, LocationProvider, lazy, Route, Router} from "preact-iso";
import {wayOf} from "./account/ways.ts";
import {Frame} from "./frame/frame.tsx";
import {Lost} from "./frame/lost.tsx";
import {goToHeading} from "./frame/title.ts";
import {later} from "./later.tsx";
import {loadSession, session} from "./session/session.ts";

const draftScreen = () => import("./draft/draft.tsx").then(({Draft}) => Draft);
const Draft = lazy(draftScreen);
const draftsScreen = () => import("./drafts/drafts.tsx").then(({Drafts}) => Drafts);
const Drafts = lazy(draftsScreen);
// They come while we are told who is at the page.
if (location.pathname.startsWith("/drafts/")) void draftScreen();
else if (location.pathname === "/") void draftsScreen();
const Runs = lazy(() => import("./runs/runs.tsx").then(({Runs}) => Runs));
const Run = lazy(() => import("./runs/run.tsx").then(({Run}) => Run));
const Schedules = lazy(() => import("./schedules/schedules.tsx").then(({Schedules}) => Schedules));
const People = lazy(() => import("./people/people.tsx").then(({People}) => People));
const Account = lazy(() => import("./account/account.tsx").then(({Account}) => Account));
const Scan = lazy(() => import("./scan/scan.tsx").then(({Scan}) => Scan));
const SignIn = later(() => import("./session/signIn.tsx").then(({SignIn}) => SignIn));
const Join = later(() => import("./account/join.tsx").then(({Join}) => Join));
const Try = later(() => import("./account/try.tsx").then(({Try}) => Try));

/** What is the page's own to show; all else is the desk's. */
const ours = /^\/(?!api\/|assets\/|site\/)/;

export function App() {
  useEffect(() => void loadSession(), []);
  if (location.pathname === "/try") return <Try />;
  const way = wayOf(location.pathname);
  if (way) return <Join way={way} />;
  if (session.value === undefined) return null;
  if (session.value === null) return <SignIn />;
  return (
    <LocationProvider scope={ours}>
      <ErrorBoundary>
        <Frame>
          <Router onRouteChange={() => setTimeout(goToHeading)}>
            <Route path="/" component={Drafts} />
            <Route path="/drafts/:id" component={Draft} />
            <Route path="/runs" component={Runs} />
            <Route path="/runs/:id" component={Run} />
            <Route path="/schedules" component={Schedules} />
            <Route path="/scan/:id?" component={Scan} />
            <Route path="/people" component={People} />
            <Route path="/account" component={Account} />
            <Route default component={Lost} />
          </Router>
        </Frame>
      </ErrorBoundary>
    </LocationProvider>
  );
}
