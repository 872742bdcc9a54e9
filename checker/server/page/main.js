// The page: which view is shown, what is dropped on it, and what is asked before it is left.

import { Documents } from "./documents.js";
import { listenToKeys, showKeys } from "./keys.js";
import { applyWords, language, onLanguage, setLanguage, t } from "./language.js";
import { all, one } from "./markup.js";
import { Review } from "./review.js";
import { settings as askSettings } from "./sending.js";
import { Start } from "./start.js";
import { announce, hush, tell } from "./telling.js";

const UNKNOWN = { upload_bytes: 50e6, files: 50, locality: "", stage: "draft", ocr: false };

const documents = new Documents();
applyWords(document);
switchWords();
let settings = UNKNOWN;
try {
  settings = await askSettings();
} catch (error) {
  tell(error.message);
}
documents.mostBytes = settings.upload_bytes;

const review = new Review(one("#review"), documents, settings, () => history.back());
const start = new Start(one("#start"), documents, settings, { take, open });

/** Take files; when it is a single one, it is shown as soon as it is checked. */
async function take(files) {
  const asked = start.read();
  if (!asked || !files.length) return;
  if (documents.entries.length + files.length > settings.files) {
    tell(t("too-many-files", { limit: settings.files }));
    return;
  }
  const added = await documents.add(files, asked);
  if (added.length === 1) openWhenDone(added[0]);
}

function openWhenDone(entry) {
  const look = (event) => {
    if (event.detail !== entry || entry.running) return;
    documents.removeEventListener("change", look);
    if (entry.status === "done" && !one("#start").hidden) open(entry);
  };
  documents.addEventListener("change", look);
}

function open(entry) {
  history.pushState({ entry: entry.number }, "", `#van-ban-${entry.number}`);
  route();
}

/** Show the view that the address asks for. */
function route() {
  const number = Number(/^#van-ban-(\d+)$/.exec(location.hash)?.[1]);
  const entry = documents.find(number);
  const isOpen = Boolean(entry?.review);
  one("#review").hidden = !isOpen;
  one("#start").hidden = isOpen;
  if (isOpen) {
    review.show(entry);
  } else {
    const last = review.entry?.number;
    review.hide();
    document.title = t("title");
    one(`[data-entry="${last}"] .name`)?.focus();
  }
}

function switchWords() {
  const button = one("#language");
  button.textContent = language() === "vi" ? "English" : "Tiếng Việt";
  button.lang = language() === "vi" ? "en" : "vi";
}

onLanguage(() => {
  switchWords();
  start.draw();
  for (const entry of documents.entries) documents.again(entry);
  if (!review.entry) document.title = t("title");
});

documents.addEventListener("change", (event) => {
  const entry = event.detail;
  if (!entry || entry === review.entry) return;
  if (entry.status === "done") {
    announce(t("done-name", { name: entry.name, count: entry.review.findings.length }));
  } else if (entry.status === "failed") {
    announce(`${entry.name}: ${t("failed")} ${entry.error.said(entry.name)}`);
  }
});

one("#language").addEventListener("click", () => setLanguage(language() === "vi" ? "en" : "vi"));
one("#help-open").addEventListener("click", showKeys);
one("#toast-close").addEventListener("click", hush);
one("#home").addEventListener("click", (event) => {
  event.preventDefault();
  if (review.entry) history.back();
});
one("#skip").addEventListener("click", (event) => {
  event.preventDefault();
  (one("#notes .head") ?? one("#choose") ?? one("#main")).focus();
});
document.addEventListener("click", (event) => {
  for (const menu of all("details.menu[open]")) menu.open = menu.contains(event.target);
});
addEventListener("popstate", route);
addEventListener("beforeunload", (event) => {
  if (documents.entries.some((entry) => entry.decisions.unsaved)) event.preventDefault();
});

let over = 0;
addEventListener("dragenter", (event) => {
  if (!holdsFiles(event)) return;
  over += 1;
  document.body.classList.add("dropping");
});
addEventListener("dragleave", (event) => {
  if (holdsFiles(event) && (over -= 1) <= 0) stopDropping();
});
addEventListener("dragover", (event) => {
  if (holdsFiles(event)) event.preventDefault();
});
addEventListener("drop", (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  stopDropping();
  const items = [...event.dataTransfer.items].filter((item) => item.kind === "file");
  const isFolder = (item) => item.webkitGetAsEntry?.()?.isDirectory;
  if (items.some(isFolder)) tell(t("no-folders"));
  const files = items.filter((item) => !isFolder(item)).map((item) => item.getAsFile());
  if (review.entry && files.length) history.back();
  take(files.filter(Boolean));
});

function holdsFiles(event) {
  return event.dataTransfer?.types.includes("Files");
}

function stopDropping() {
  over = 0;
  document.body.classList.remove("dropping");
}

listenToKeys(() => (review.entry ? review : null));
route();
one("#start").dataset.ready = "";
