// One finding: what is wrong, what to write, the clause; and what the writer decides of it.

import { t } from "./language.js";
import { button, el, one } from "./markup.js";

const MOST_PLACES = 12; // further places that are named one by one
const REASONS = ["reason-right", "reason-name", "reason-quoted", "reason-later"];

/** A finding of the list. `asks` is told what is wanted of it: `open`, `go`, `also` (with the
 * number of a further place), `accept` (with the
 * index of a suggestion), `dismiss` (with a reason), `clear`. */
export class FindingCard {
  isOpen = false;
  #asksReason = false;

  constructor(finding, decision, asks) {
    Object.assign(this, { finding, decision, asks });
    const id = `note-${finding.number}`;
    this.head = el("button", {
      type: "button", class: "head", "aria-expanded": "false", "aria-controls": `${id}-body`,
      click: (event) => asks.open(this, event.detail > 0),
    });
    this.body = el("div", { id: `${id}-body`, class: "body", hidden: true });
    this.element = el("li", { id, class: `finding ${finding.severity}` }, this.head, this.body);
    this.#drawHead();
  }

  /** Fold or unfold. */
  setOpen(isOpen) {
    this.isOpen = isOpen;
    this.#asksReason = false;
    this.head.setAttribute("aria-expanded", String(isOpen));
    this.element.classList.toggle("open", isOpen);
    this.body.hidden = !isOpen;
    if (isOpen) this.#drawBody();
    else this.body.replaceChildren();
  }

  /** Show what was decided. The focus stays in the card when it was in it. */
  decide(decision) {
    const hadFocus = this.body.contains(document.activeElement);
    this.decision = decision;
    this.#asksReason = false;
    this.#drawHead();
    if (!this.isOpen) return;
    this.#drawBody();
    if (hadFocus) (one(".decision button", this.body) ?? this.head).focus();
  }

  /** Ask for a reason to leave this finding aside. */
  askReason() {
    this.#asksReason = true;
    this.#drawBody();
    one(".reasons button", this.body).focus();
  }

  #drawHead() {
    const { finding, decision } = this;
    this.element.classList.toggle("accepted", decision?.kind === "accepted");
    this.element.classList.toggle("dismissed", decision?.kind === "dismissed");
    this.head.replaceChildren(
      el("span", { class: "label" }, `${finding.number} · ${finding.level_name}`), " ",
      decision ? el("span", { class: "verdict" }, `✓ ${t(decision.kind)} `) : "",
      el("span", { class: "message" }, finding.message));
  }

  #drawBody() {
    const { finding } = this;
    const number = finding.number;
    const go = button(finding.where, () => this.asks.go(number), { class: "link where" });
    go.setAttribute("aria-label", t("to-place", { where: finding.where }));
    this.body.replaceChildren(...[
      this.#quote(),
      el("div", { class: "decision" }, this.decision ? this.#decided() : this.#choices()),
      el("p", { class: "basis" }, t("basis", { basis: finding.basis })),
      this.#why(),
      el("p", { class: "basis" }, go, " · ", el("span", { class: "rule" }, finding.rule)),
      this.#also(),
    ].filter(Boolean));
  }

  #quote() {
    const [before, words, after] = this.finding.quote;
    if (!words) return null;
    return el("p", { class: "quote", lang: "vi" }, before,
      el("mark", { class: this.finding.severity }, words), after);
  }

  #also() {
    const { also, number, times } = this.finding;
    if (!also.length) return null;
    const links = also.slice(0, MOST_PLACES).map((words, index) => {
      const shown = times > 1 ? String(index + 2) : `“${cut(words)}”`;
      const name = t("to-also", { number: index + (times > 1 ? 2 : 1), words: cut(words) });
      return [" ", button(shown, () => this.asks.also(number, index + 1),
        { class: "link", "aria-label": name })];
    });
    const rest = also.length - links.length;
    return el("p", { class: "basis also-at" }, t(times > 1 ? "also-at" : "rests-on"), links.flat(),
      rest ? ` ${t("also-more", { count: rest })}` : "");
  }

  #why() {
    if (!this.finding.why) return null;
    return el("details", { class: "why" }, el("summary", {}, t("why")),
      el("p", { lang: "vi" }, this.finding.why));
  }

  #choices() {
    if (this.#asksReason) return this.#reasons();
    const { finding } = this;
    const rows = finding.suggestions.map((words, index) => el("p", { class: "suggestion" },
      this.#suggested(words),
      finding.can_accept ? this.#accept(index, words) : null));
    if (finding.can_accept && !rows.length) {
      rows.push(el("p", { class: "suggestion" }, t("sets-layout"), this.#accept(0, "")));
    }
    const dismiss = button(t("dismiss"), () => this.askReason(), { class: "dismiss" });
    if (rows.length !== 1) return [...rows, el("p", { class: "row" }, dismiss)];
    rows[0].append(dismiss);
    return rows;
  }

  #suggested(words) {
    if (words === "") return el("span", {}, t("take-out", { words: this.finding.text }));
    if (!words.trim()) return el("span", {}, t("one-blank"));
    return el("span", {}, `${t("write")} `, el("q", { lang: "vi" }, words));
  }

  #accept(index, words) {
    const name = words ? t("accept-name", { words }) : t("accept");
    return button(t("accept"), () => this.asks.accept(this.finding, index),
      { class: "accept", "aria-label": name });
  }

  #reasons() {
    const { finding } = this;
    const dismiss = (reason) => this.asks.dismiss(finding, reason);
    const words = el("input", { type: "text", id: `reason-${finding.number}`, maxlength: 300,
      autocomplete: "off", "aria-label": t("reason-own") });
    words.placeholder = t("reason-own");
    const form = el("form", { class: "row", submit: (event) => {
      event.preventDefault();
      dismiss(words.value.trim());
    } }, words, el("button", { type: "submit" }, t("dismiss")));
    const cancel = (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      this.decide(undefined);
    };
    return [el("div", {
      class: "reasons", role: "group", "aria-label": t("reason"), keydown: cancel,
    },
      el("p", {}, t("reason")),
      el("p", { class: "row" }, REASONS.map((code) => button(t(code), () => dismiss(t(code))))),
      form, button(t("cancel"), () => this.decide(undefined), { class: "link" }))];
  }

  #decided() {
    const { decision, finding } = this;
    const words = finding.suggestions[decision.suggestion];
    const told = decision.kind === "dismissed"
      ? decision.reason ? t("dismissed-for", decision) : t("dismissed")
      : words ? t("accepted-as", { words }) : t("accepted");
    const undo = button(t("undo"), () => this.asks.clear(finding), { class: "link" });
    return [el("p", { class: "verdict" }, `✓ ${told} `, undo)];
  }
}

function cut(words) {
  return words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words;
}
