// All of it is beside the point: without it every page can be read and every link leads somewhere.

// Light and dark

const themeSwitch = document.querySelector("[data-theme-switch]");
if (themeSwitch) {
  themeSwitch.hidden = false;
  themeSwitch.addEventListener("click", () => {
    const root = document.documentElement;
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const next = (root.dataset.theme ?? system) === "dark" ? "light" : "dark";
    root.dataset.theme = next;
    try {
      localStorage.setItem("theme", next);
    } catch {
      // It holds for this page.
    }
  });
}

// A figure opens its line of the evidence beside it

const panel = document.querySelector("[data-panel]");
let lines;
const evidenceOf = address => {
  lines ??= fetch(address)
    .then(answer => (answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText))))
    .then(text => new DOMParser().parseFromString(text, "text/html"));
  return lines;
};

async function show(link) {
  const address = new URL(link.getAttribute("href"), location.href);
  try {
    const page = await evidenceOf(address.pathname);
    const line = page.getElementById(decodeURIComponent(address.hash.slice(1)));
    if (!line) throw new Error("no such line");
    const copy = document.importNode(line, true);
    copy.removeAttribute("id");
    // Places in the text lead to this page, inputs to their lines.
    for (const inner of copy.querySelectorAll("a[href]")) {
      const target = new URL(inner.getAttribute("href"), new URL("evidence/", location.href));
      inner.href = target.pathname === location.pathname ? target.hash : target.href;
      if (target.pathname.endsWith("/evidence/")) inner.classList.add("fig");
    }
    panel.querySelector("[data-line]").replaceChildren(copy);
    panel.querySelector("[data-more]").href = address.href;
    if (!panel.open) panel.show();
    panel.querySelector("button").focus({preventScroll: true});
  } catch {
    location.href = address.href;
  }
}

if (panel) {
  let from;
  document.addEventListener("click", event => {
    const link = event.target.closest("a.fig");
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (link && plain && event.button === 0) {
      event.preventDefault();
      if (!panel.contains(link)) from = link;
      show(link);
    } else if (panel.open && !panel.contains(event.target)) panel.close();
  });
  panel.querySelector("button").addEventListener("click", () => panel.close());
  panel.addEventListener("keydown", event => event.key === "Escape" && panel.close());
  panel.addEventListener("close", () => from?.focus({preventScroll: true}));
}

// Search

const found = document.getElementById("found");
const results = document.getElementById("results");

/** As the index has it. */
const folded = text =>
  text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ı", "i");

const files = new Map();
const file = name => {
  const known =
    files.get(name) ??
    fetch(`${found.dataset.root}search/${name}.json`).then(answer => {
      if (answer.ok) return answer.json();
      if (answer.status === 404) return {};
      throw new Error(answer.statusText);
    });
  files.set(name, known);
  return known;
};

async function search(query) {
  const terms = [...new Set(folded(query).match(/[\p{L}\p{N}]+/gu))];
  results.replaceChildren();
  found.textContent = "";
  if (terms.length === 0) return;
  try {
    const notes = await file("notes");
    const own = document.documentElement.lang;
    const scores = new Map(notes.map((_, place) => [place, 0]));
    for (const term of terms) {
      const words = await file(`w-${term.codePointAt(0).toString(16)}`);
      const places = new Set(
        Object.entries(words).flatMap(([word, at]) => (word.startsWith(term) ? at : [])),
      );
      for (const [place, score] of scores) {
        const head = notes[place][6].split(/[^\p{L}\p{N}]+/u).some(word => word.startsWith(term));
        if (head || places.has(place)) scores.set(place, score + (head ? 3 : 1));
        else scores.delete(place);
      }
    }
    const rank = ([place, score]) => score + (notes[place][5] === own ? 100 : 0);
    const best = [...scores].sort(
      (a, b) => rank(b) - rank(a) || (notes[a[0]][3] < notes[b[0]][3] ? 1 : -1),
    );
    const {none, one, count} = found.dataset;
    found.textContent =
      best.length === 0
        ? none
        : best.length === 1
          ? one
          : count.replace("{count}", String(best.length));
    results.replaceChildren(...best.slice(0, 40).map(([place]) => item(notes[place])));
  } catch {
    found.textContent = found.dataset.failed;
  }
}

function item([path, title, description, day, coin, locale]) {
  const article = element("article", "item");
  const over = element("p", "over", `${coin} `);
  const {lang} = document.documentElement;
  const options = {day: "numeric", month: "long", year: "numeric", timeZone: "UTC"};
  const written = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, options).format(
    new Date(day),
  );
  over.append(element("time", "", written));
  const link = element("a", "", title);
  link.href = found.dataset.root + path;
  const head = element("h2");
  head.append(link);
  article.append(over, head, element("p", "about", description));
  article.lang = locale;
  return article;
}

function element(name, kind, text = "") {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.textContent = text;
  return made;
}

if (found && results) {
  const input = document.getElementById("q");
  const asked = new URL(location.href).searchParams.get("q") ?? "";
  input.value = asked;
  search(asked);
  let waiting;
  const ask = () => {
    const address = new URL(location.href);
    if (input.value) address.searchParams.set("q", input.value);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
    search(input.value);
  };
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
  input.form.addEventListener("submit", event => {
    event.preventDefault();
    clearTimeout(waiting);
    ask();
  });
}
