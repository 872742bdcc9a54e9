// The second view: one document with its marks, and the findings beside it.

import { FindingList } from "./finding_list.js";
import { t } from "./language.js";
import { button, el, isNarrow, one } from "./markup.js";
import { optionFields } from "./options.js";
import { ReviewHead } from "./review_head.js";
import { copyOf, reportOn, save } from "./sending.js";
import { announce, tell } from "./telling.js";
import { TextPane } from "./text_pane.js";

/** Draws a document in `root`; `leave` goes back to the first view. */
export class Review {
  entry = null;
  #drawn = null;
  #barSize = new ResizeObserver(([bar]) => {
    this.root.style.setProperty("--bar", `${bar.target.offsetHeight}px`);
  });

  constructor(root, documents, settings, leave) {
    Object.assign(this, { root, documents, settings, leave });
    documents.addEventListener("change", (event) => this.#changed(event.detail));
    documents.addEventListener("progress", (event) => this.#changed(event.detail));
  }

  show(entry) {
    this.entry = entry;
    this.#draw();
    this.head.title.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  hide() {
    this.entry = null;
    this.#drawn = null;
    this.root.replaceChildren();
  }

  /** Go to the finding `step` places on, among those shown. */
  step(step) {
    const shown = this.list.shown;
    if (!shown.length) return;
    const at = shown.indexOf(this.list.open?.finding.number);
    const next = at < 0 ? (step > 0 ? 0 : shown.length - 1)
      : Math.min(Math.max(at + step, 0), shown.length - 1);
    this.#unfold(shown[next]);
    this.pane.go(shown[next], false);
    if (!isNarrow()) this.list.open.head.focus({ preventScroll: true });
  }

  /** Take the first suggestion of the open finding. */
  acceptOpen() {
    const finding = this.list.open?.finding;
    if (finding?.can_accept && !this.entry.decisions.of(finding)) this.#accept([[finding, 0]]);
  }

  dismissOpen() {
    const card = this.list.open;
    if (!card || card.decision) return;
    this.#sheet("one");
    card.askReason();
  }

  undo() {
    if (!this.entry.decisions.canUndo) return;
    this.entry.decisions.undo();
    this.#decided(t("undone"));
  }

  /** Fold the sheet of a narrow window, or the open finding. */
  escape() {
    const card = this.list.open;
    const sheet = this.list.element.dataset.sheet;
    if (card && sheet !== "list") {
      card.setOpen(false);
      (isNarrow() ? one(".current a, a.current", this.pane.element) : card.head)?.focus();
    }
    this.#sheet("closed");
  }

  #changed(entry) {
    if (!this.entry || entry !== this.entry) return;
    if (entry.review !== this.#drawn) this.#redraw();
    else this.head.refresh();
    if (entry.status === "failed") tell(entry.error.message);
  }

  /** Show a new review of the same document, where the last one stood. */
  #redraw() {
    const top = scrollY;
    const focused = document.activeElement?.id;
    this.#draw();
    scrollTo(0, top);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    announce(t("checked-again", { count: this.entry.review.findings.length }));
  }

  #draw() {
    const { entry } = this;
    this.#drawn = entry.review;
    document.title = `${entry.name} – Soát`;
    this.head = new ReviewHead(entry, this.settings, {
      leave: this.leave, change: () => this.#askOptions(), undo: () => this.undo(), told: tell,
      stage: (stage) => this.documents.again(entry, { ...entry.asked, stage }),
      annotate: () => this.#get("annotate"), fix: () => this.#get("fix"),
      report: (kind) => this.#getReport(kind),
    });
    this.pane = new TextPane(entry.review, (number) => this.#picked(number));
    this.list = new FindingList(entry, {
      open: (card, byPointer) => this.#opened(card, byPointer),
      go: (number) => this.#go(number),
      also: (number, place) => this.pane.goAlso(number, place),
      accept: (finding, index) => this.#accept([[finding, index]]),
      acceptSafe: (findings) => this.#accept(findings.map((finding) => [finding, 0])),
      dismiss: (finding, reason) => {
        entry.decisions.dismiss(finding, reason);
        this.#decided(t("dismissed"));
      },
      clear: (finding) => {
        entry.decisions.clear(finding);
        this.#decided(t("undone"));
      },
      filtered: (shown) => this.pane.show(shown),
    });
    const text = el("div", { class: "sheet" }, this.#remarks(), this.pane.element);
    this.root.replaceChildren(this.head.element,
      el("div", { class: "panes" }, text, this.list.element), this.#stepper());
    this.#barSize.disconnect();
    this.#barSize.observe(this.head.element);
    this.#sheet("closed");
    this.#showDecisions();
  }

  /** What was not checked, and the way to check a scan. */
  #remarks() {
    const { remarks, file } = this.entry.review;
    if (!remarks.length) return "";
    const isScan = file.skipped.some((one) => ["scan", "scanned-pages"].includes(one.reason));
    const canRead = isScan && this.settings.ocr && !this.entry.asked.ocr;
    const asked = { ...this.entry.asked, ocr: true };
    return el("div", { class: "remarks" }, remarks.map((words) => el("p", {}, words)), canRead
      ? el("p", {}, button(t("read-scan"), () => this.documents.again(this.entry, asked))) : null);
  }

  /** The lower edge of a narrow window: from finding to finding, and the whole list. */
  #stepper() {
    this.place = el("span", { "aria-hidden": "true" });
    const list = button(t("list"), () => {
      const isOpen = this.list.element.dataset.sheet === "list";
      this.#sheet(isOpen ? "closed" : "list");
    }, { id: "list-open", "aria-controls": "notes" });
    return el("div", { class: "stepper", hidden: !this.entry.review.findings.length },
      button("‹", () => this.step(-1), { "aria-label": t("previous") }), this.place,
      button("›", () => this.step(1), { "aria-label": t("next") }), list,
      button(t("close"), () => this.escape(), { id: "sheet-close", class: "plain" }));
  }

  /** What a narrow window shows of the findings: closed, one or list. */
  #sheet(state) {
    this.list.element.dataset.sheet = state;
    one("#list-open", this.root).setAttribute("aria-expanded", String(state === "list"));
    one("#sheet-close", this.root).hidden = state === "closed";
    const number = this.list.open?.finding.number;
    const all = this.entry.review.findings.length;
    if (number && state === "list") this.list.bring(number);
    this.place.textContent = number ? `${number}/${all}` : t("findings-count", { count: all });
  }

  #unfold(number) {
    this.list.unfold(number);
    this.#sheet("one");
  }

  #opened(card, byPointer) {
    if (card.isOpen && !byPointer) {
      card.setOpen(false);
      return;
    }
    const { number } = card.finding;
    this.#unfold(number);
    this.pane.go(number, byPointer);
  }

  #go(number) {
    this.#unfold(number);
    this.pane.go(number, true);
  }

  #picked(number) {
    this.#unfold(number);
    this.pane.go(number, false);
    this.list.open.head.focus({ preventScroll: true });
  }

  #accept(choices) {
    this.entry.decisions.accept(choices);
    this.#decided(choices.length > 1 ? t("accepted-many", { count: choices.length })
      : t("accepted"), choices.length > 1);
  }

  #decided(words, loud = false) {
    this.#showDecisions();
    if (loud) tell(words);
    else announce(words);
  }

  #showDecisions() {
    for (const card of this.list.cards.values()) {
      const decision = this.entry.decisions.of(card.finding);
      if (decision === card.decision && !decision) continue;
      if (decision !== card.decision) card.decide(decision);
      this.pane.decide(card.finding.number, decision);
    }
    this.list.apply();
    this.head.refresh();
  }

  async #get(path) {
    const { entry } = this;
    announce(t("making"));
    try {
      const copy = await copyOf(path, entry);
      save(copy);
      entry.decisions.saved(path);
      if (path === "annotate") tell(t("made-annotated", { count: copy.made }));
      else tell(t(copy.left ? "made-fixed-left" : "made-fixed", { count: copy.made, ...copy }));
    } catch (error) {
      tell(error.message);
    }
  }

  async #getReport(kind) {
    announce(t("making"));
    try {
      save(await reportOn([this.entry], kind));
      tell(t("report-made"));
    } catch (error) {
      tell(error.message);
    }
  }

  #askOptions() {
    const { entry } = this;
    const dialog = one("#options");
    const fields = optionFields(entry.asked, this.settings);
    const form = el("form", { submit: (event) => {
      event.preventDefault();
      const asked = fields.read();
      if (asked === null) return;
      dialog.close();
      this.documents.again(entry, asked);
    } }, fields.element, el("p", { class: "row" },
      el("button", { type: "submit", class: "main-button" }, t("check-again")),
      button(t("cancel"), () => dialog.close())));
    dialog.replaceChildren(el("h2", { id: "options-title" }, t("options")),
      el("p", { class: "quiet" }, t("options-keep")), form);
    dialog.addEventListener("close", () => dialog.replaceChildren(), { once: true });
    dialog.showModal();
    fields.input.focus();
  }
}
