// The first view: choose, drop or paste; the documents of this visit and how far each is.

import { language, t } from "./language.js";
import { all, button, el, one } from "./markup.js";
import { optionFields } from "./options.js";
import { reportOn, save } from "./sending.js";
import { announce, tell } from "./telling.js";

const KINDS = ".docx,.docm,.doc,.odt,.rtf,.pdf,.txt,.md";
const LOCAL = ["127.0.0.1", "localhost", "[::1]"];

/** Draws the view in `root`; `take(files, asked)` is told of files, `open(entry)` of one to show. */
export class Start {
  #fields = null;

  constructor(root, documents, settings, { take, open }) {
    Object.assign(this, { root, documents, settings, take, open });
    this.asked = { stage: "", locality: "", guesses: false, ocr: false };
    documents.addEventListener("change", () => this.#list());
    documents.addEventListener("progress", (event) => this.#progress(event.detail));
    this.draw();
  }

  draw() {
    if (this.#fields) this.asked = this.#fields.read() ?? this.asked;
    this.#fields = optionFields(this.asked, this.settings);
    this.root.replaceChildren(
      el("h1", {}, t("start-title")),
      this.#drop(),
      this.#promise(),
      el("section", { id: "files", "aria-labelledby": "files-title", hidden: true }),
      this.#paste(),
      el("details", { class: "more" }, el("summary", {}, t("options")), this.#fields.element),
    );
    this.#list();
  }

  /** What is asked of new files, or null when a field is not right. */
  read() {
    const asked = this.#fields.read();
    if (asked === null) one(".more", this.root).open = true;
    return asked;
  }

  #drop() {
    const input = el("input", { type: "file", id: "choose", multiple: true, accept: KINDS,
      class: "unseen", "aria-describedby": "drop-how" });
    input.addEventListener("change", () => {
      this.take([...input.files]);
      input.value = "";
    });
    const limit = Math.floor(this.settings.upload_bytes / 1e6);
    return el("div", { id: "drop", class: "drop" }, input,
      el("p", { class: "drop-words" }, t("drop")),
      el("label", { for: "choose", class: "main-button" }, t("choose")),
      el("p", { id: "drop-how", class: "quiet" }, t("drop-how", { limit })));
  }

  #promise() {
    const local = LOCAL.includes(location.hostname);
    return el("p", { class: "promise" }, t(local ? "promise-local" : "promise-office"));
  }

  #paste() {
    const words = el("textarea", { id: "paste", rows: 6, lang: "vi", spellcheck: "false" });
    const check = () => {
      if (!words.value.trim()) {
        tell(t("paste-empty"));
        words.focus();
        return;
      }
      this.take([new File([words.value], t("paste-name"), { type: "text/plain" })]);
    };
    const folded = el("details", { class: "more" }, el("summary", {}, t("paste")),
      el("label", { for: "paste" }, t("paste-label")), words,
      el("p", {}, button(t("paste-check"), check, { id: "paste-check" })));
    return folded;
  }

  #list() {
    const section = one("#files", this.root);
    const entries = this.documents.entries;
    const focused = document.activeElement?.closest("[data-entry]")?.dataset;
    const part = document.activeElement?.dataset?.part;
    section.hidden = !entries.length;
    section.replaceChildren(el("h2", { id: "files-title" }, t("files")),
      el("ul", { class: "files" }, entries.map((entry) => this.#row(entry))), this.#reports());
    if (focused) one(`[data-entry="${focused.entry}"] [data-part="${part}"]`, section)?.focus();
  }

  #row(entry) {
    const known = entry.review !== null;
    const name = known
      ? button(entry.name, () => this.open(entry), { class: "link name", "data-part": "open" })
      : el("span", { class: "name" }, entry.name);
    const bar = entry.status === "sending"
      ? el("progress", { max: 1, value: entry.sent, "aria-label": t("sending-name", entry) })
      : null;
    const retry = entry.status === "failed" && entry.error.canRetry
      ? button(t("retry"), () => this.documents.again(entry), { "data-part": "retry" })
      : null;
    const drop = button("×", () => this.#remove(entry),
      { class: "plain remove", "aria-label": t("remove", entry), "data-part": "remove" });
    const told = el("div", {}, name, el("span", { class: "state" }, state(entry)), bar);
    return el("li", { "data-entry": entry.number, class: entry.status }, told, retry, drop);
  }

  #progress(entry) {
    const row = one(`[data-entry="${entry.number}"]`, this.root);
    if (!row) return;
    one(".state", row).replaceChildren(...state(entry));
    const bar = one("progress", row);
    if (bar) bar.value = entry.sent;
  }

  #remove(entry) {
    if (entry.decisions.unsaved && !confirm(t("remove-sure", entry))) return;
    this.documents.remove(entry);
    announce(t("removed", entry));
    (all("[data-part=remove]", this.root)[0] ?? one("#choose", this.root)).focus();
  }

  #reports() {
    const done = this.documents.entries.filter((entry) => entry.status === "done");
    if (done.length < 2) return null;
    const make = async (kind) => {
      try {
        save(await reportOn(done, kind));
        tell(t("report-made"));
      } catch (error) {
        tell(error.message);
      }
    };
    return el("p", { class: "row" }, el("span", {}, t("report-all", { count: done.length })),
      button(t("report-html"), () => make("html")), button(t("report-xlsx"), () => make("xlsx")));
  }
}

/** How far a document is, in words. */
export function state(entry) {
  if (entry.status === "failed") {
    return [el("strong", { class: "problem" }, t("failed")), ` ${entry.error.said(entry.name)}`];
  }
  if (entry.status === "done") return counts(entry.review.findings);
  const part = Math.round(entry.sent * 100).toLocaleString(language());
  return [t(`state-${entry.status}`, { part, wait: entry.wait })];
}

/** How many findings there are of each level, as parts of a line. */
export function counts(findings) {
  const levels = ["error", "warning", "info"].map((level) => [
    level, findings.filter((one) => one.severity === level).length,
  ]);
  const some = levels.filter(([, count]) => count);
  if (!some.length) return [el("span", { class: "sound" }, t("nothing-found"))];
  return some.flatMap(([level, count], index) => [index ? ", " : "",
    el("span", { class: `count ${level}` }, t(`count-${level}`, { count }))]);
}
