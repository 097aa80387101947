// The SPARQL page: an editor in place of the text area, answers that appear without leaving the page, a way to stop, and the
// queries that were run before. The server makes the same answers, as HTML, for browsers that run no script.

import { completions } from "./completion.js";
import { Editor } from "./editor.js";
import { forgetAll, queries, remember } from "./history.js";
import { drawPictures } from "./picture.js";

const form = document.getElementById("sparql");
const stopButton = document.getElementById("stop");
const status = document.getElementById("status");
const past = document.getElementById("history");
const { prefixes, names } = JSON.parse(document.getElementById("sparql-data").textContent);

/** Stops the query that is running; nothing when none is. */
let running = null;

const editor = new Editor(form.elements.query, { complete: completions(prefixes, names), run, stop });

/** Asks for the page of the answer and takes the answer out of it, so that tables look the same with and without script. */
async function run() {
  stop();
  running = new AbortController();
  const { signal } = running;
  const query = editor.text;
  const address = `${form.action}?${new URLSearchParams({ query })}`;
  remember(query);
  showHistory();
  busy(true);
  const start = performance.now();
  try {
    const response = await fetch(address, { headers: { Accept: "text/html" }, signal });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    history.pushState(null, "", address);
    show(page.getElementById("answer"), performance.now() - start);
  } catch (failure) {
    tell(failure.name === "AbortError" ? "Stopped." : "The server does not answer.");
  } finally {
    if (signal === running?.signal) {
      running = null;
      busy(false);
    }
  }
}

/** Closing the connection is enough: the server ends a query that nobody waits for. */
function stop() {
  running?.abort();
  const wasRunning = running !== null;
  running = null;
  busy(false);
  return wasRunning;
}

function busy(isBusy) {
  stopButton.hidden = !isBusy;
  form.ariaBusy = String(isBusy);
  if (isBusy) {
    tell("Running …");
  }
}

function tell(sentence) {
  status.textContent = sentence;
}

function show(answer, milliseconds) {
  if (!answer) {
    tell("The server gave no answer; try again in a moment.");
    return;
  }
  document.getElementById("answer").replaceWith(document.adoptNode(answer));
  underlineMistakes();
  drawPictures(answer);
  const count = answer.dataset.summary ?? "";
  tell(`${count}${count && " "}${(milliseconds / 1000).toFixed(2)} s`);
}

function underlineMistakes() {
  const mistakes = [...document.querySelectorAll("#answer [data-line]")];
  editor.underline(
    mistakes.map((mistake) => ({
      line: Number(mistake.dataset.line),
      column: Number(mistake.dataset.column),
      message: mistake.textContent.trim(),
    })),
  );
}

function showHistory() {
  const list = past.querySelector("ol");
  list.replaceChildren(...queries().map(historyEntry));
  past.hidden = list.children.length === 0;
}

function historyEntry(query) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain";
  button.textContent = summary(query);
  button.title = query;
  button.addEventListener("click", () => {
    editor.text = query;
    editor.focus();
  });
  const item = document.createElement("li");
  item.append(button);
  return item;
}

/** A query without its prefixes and comments, on one line. */
function summary(query) {
  const lines = query.split("\n").filter((line) => !/^\s*(PREFIX|BASE|#)/i.test(line));
  const line = lines.join(" ").replace(/\s+/g, " ").trim();
  return line.length > 90 ? `${line.slice(0, 90)}…` : line || query.slice(0, 90);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
stopButton.addEventListener("click", () => stop() && tell("Stopped."));
document.addEventListener("keydown", (event) => event.key === "Escape" && stop() && tell("Stopped."));
past.querySelector("button.forget").addEventListener("click", () => {
  forgetAll();
  showHistory();
});
addEventListener("popstate", () => location.reload());

document.getElementById("keys").hidden = false;
showHistory();
underlineMistakes();
