// The bar above a document: what it was understood to be, how far the work is, and downloads.

import { t } from "./language.js";
import { button, el } from "./markup.js";
import { stageChoice } from "./options.js";
import { state } from "./start.js";

/** The bar of an entry. `asks` is told what is wanted: `leave`, `change` (the place), `stage`,
 * `undo`, `annotate`, `fix`, `report` (with a form). */
export class ReviewHead {
  constructor(entry, settings, asks) {
    Object.assign(this, { entry, asks });
    this.title = el("h1", { tabindex: "-1" }, entry.name);
    this.state = el("span", { class: "state", role: "status" });
    this.done = el("span", { class: "decided" });
    this.undo = button(t("undo"), asks.undo, { class: "link", id: "undo" });
    this.fix = button(t("get-fixed"), () => this.#wantFix(), { id: "get-fixed" });
    this.why = el("span", { id: "fix-why", class: "quiet" });
    this.fix.setAttribute("aria-describedby", this.why.id);
    this.element = el("div", { class: "bar" },
      el("div", { class: "what" },
        el("p", { class: "row name" },
          button(`‹ ${t("all-files")}`, asks.leave, { class: "link", id: "leave" }), this.title),
        el("p", { class: "understood" }, this.#understood(), " ",
          button(t("change"), asks.change, { class: "link", id: "change", "aria-haspopup": "dialog",
            "aria-label": t("change-name") }))),
      el("div", { class: "get" }, this.#annotate(), this.fix, this.#report()),
      el("div", { class: "how" }, this.#stage(settings),
        this.state, this.done, this.undo, this.why));
    this.refresh();
  }

  /** Show what is decided and how far a check is. */
  refresh() {
    const { entry } = this;
    const { decisions } = entry;
    const findings = entry.review.findings;
    this.state.replaceChildren(...state(entry));
    const count = decisions.decided(findings);
    this.done.textContent = count ? t("decided", { count, all: findings.length }) : "";
    this.undo.hidden = !decisions.canUndo;
    const accepted = findings.filter((one) => decisions.of(one)?.kind === "accepted").length;
    this.fix.textContent = accepted ? t("get-fixed-count", { count: accepted }) : t("get-fixed");
    const reason = !entry.review.can_mend ? t("no-fix-kind") : accepted ? "" : t("no-fix-yet");
    this.fix.setAttribute("aria-disabled", String(Boolean(reason)));
    this.why.textContent = findings.length ? reason : "";
  }

  #understood() {
    const words = this.entry.review.understood;
    return words.charAt(0).toUpperCase() + words.slice(1);
  }

  #annotate() {
    const kind = this.entry.review.annotated_as;
    const words = kind === "docx" ? t("get-annotated") : t(`get-annotated-${kind}`);
    return button(words, this.asks.annotate, { class: "main-button", id: "get-annotated" });
  }

  #report() {
    const choice = (kind) => button(t(`report-${kind}`), () => {
      folded.open = false;
      summary.focus();
      this.asks.report(kind);
    }, { "data-form": kind });
    const summary = el("summary", {}, t("report"));
    const folded = el("details", { class: "menu" }, summary,
      el("div", { class: "menu-list" }, choice("html"), choice("xlsx"), choice("csv")));
    folded.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !folded.open) return;
      event.stopPropagation();
      folded.open = false;
      summary.focus();
    });
    folded.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !folded.contains(event.relatedTarget)) folded.open = false;
    });
    return folded;
  }

  #stage(settings) {
    const { entry } = this;
    const stage = entry.review.file.stage || entry.asked.stage || settings.stage;
    return stageChoice(stage, this.asks.stage).element;
  }

  #wantFix() {
    if (this.fix.getAttribute("aria-disabled") === "true") this.asks.told(this.why.textContent);
    else this.asks.fix();
  }
}
