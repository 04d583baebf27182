import {useEffect} from "preact/hooks";
import {ErrorBoundary, LocationProvider, lazy, Route, Router} from "preact-iso";
import {Drafts} from "./drafts/drafts.tsx";
import {Frame} from "./frame/frame.tsx";
import {loadSession, session} from "./session/session.ts";
import {SignIn} from "./session/signIn.tsx";

const Draft = lazy(() => import("./draft/draft.tsx").then(({Draft}) => Draft));

export function App() {
  useEffect(() => void loadSession(), []);
  if (session.value === undefined) return null;
  if (session.value === null) return <SignIn />;
  return (
    <LocationProvider>
      <ErrorBoundary>
        <Frame>
          <Router>
            <Route path="/" component={Drafts} />
            <Route path="/drafts/:id" component={Draft} />
          </Router>
        </Frame>
      </ErrorBoundary>
    </LocationProvider>
  );
}
