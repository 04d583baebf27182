import {render} from "preact";
import {App} from "./app.tsx";
import "./style/desk.css";
import {followTheme} from "./frame/theme.ts";
import {followLocale} from "./words/locale.ts";

followTheme();
followLocale();
render(<App />, document.body);
