import {render} from "preact";
import {App} from "./app.tsx";
import "./style/desk.css";
import {followTheme} from "./frame/theme.ts";

followTheme();
render(<App />, document.body);
