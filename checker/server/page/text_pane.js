// The text of the document with its marks.

import { t } from "./language.js";
import { all, el, motion } from "./markup.js";

/** Draws a review's text in `element`; `picked(number)` is told which finding's mark was chosen. */
export class TextPane {
  #places = new Map();

  constructor(review, picked) {
    const style = review.wrapped ? "paper lines" : "paper flowing";
    this.element = el("article", { class: style, lang: "vi", "aria-label": t("text") });
    this.element.innerHTML = review.html; // escaped by the server; nothing else is put in so
    for (const finding of review.findings) {
      this.#places.set(finding.number, { finding, marks: [], also: [], caret: null, link: null });
    }
    for (const words of all(".also", this.element)) {
      this.#places.get(Number(words.dataset.note))?.also.push(words);
    }
    for (const mark of all("mark[data-note]", this.element)) {
      this.#places.get(Number(mark.dataset.note))?.marks.push(mark);
    }
    for (const link of all("sup a", this.element)) this.#adopt(link);
    this.element.addEventListener("click", (event) => this.#clicked(event, picked));
    this.element.addEventListener("keydown", (event) => {
      const link = event.target.closest("sup a");
      if (!link || event.key !== " ") return;
      event.preventDefault();
      picked(numberOf(link));
    });
  }

  /** Scroll to a finding's place and show which it is; `focus` also moves there. */
  go(number, focus) {
    const { marks, also, caret, link } = this.#places.get(number);
    for (const old of all(".current", this.element)) old.classList.remove("current");
    for (const one of [...marks, ...also, caret, link]) one?.classList.add("current");
    const first = marks[0] ?? caret ?? link;
    first?.scrollIntoView({ block: "center", behavior: motion() });
    if (focus) link?.focus({ preventScroll: true });
  }

  /** Scroll to a further place of a finding, counted from 1. */
  goAlso(number, place) {
    const { also } = this.#places.get(number);
    const words = also.find((one) => Number(one.dataset.also) === place);
    words?.scrollIntoView({ block: "center", behavior: motion() });
  }

  /** Show what was decided of a finding: all its places are changed when it is told once for
   * several. */
  decide(number, decision) {
    const { finding, marks, also, caret, link } = this.#places.get(number);
    const words = decision?.kind === "accepted" ? finding.suggestions[decision.suggestion] : null;
    for (const one of [...marks, caret, link?.parentElement]) {
      if (!one) continue;
      one.classList.toggle("accepted", decision?.kind === "accepted");
      one.classList.toggle("struck", typeof words === "string");
      one.classList.toggle("dismissed", decision?.kind === "dismissed");
      delete one.dataset.words;
    }
    for (const one of finding.times > 1 ? also : []) {
      one.classList.toggle("accepted", decision?.kind === "accepted");
    }
    const last = marks.at(-1) ?? caret;
    if (last && words) last.dataset.words = words;
    link?.setAttribute("aria-label", this.#name(finding, decision, words));
  }

  /** Take away the marks of findings whose numbers are not `shown`. */
  show(shown) {
    for (const [number, { marks, also, caret, link }] of this.#places) {
      const isOff = !shown.has(number);
      for (const one of [...marks, ...also, caret, link?.parentElement]) one?.classList.toggle("off", isOff);
    }
  }

  #adopt(link) {
    const place = this.#places.get(numberOf(link));
    if (!place) return;
    place.link = link;
    place.caret = this.element.querySelector(`.caret[id="place-${place.finding.number}"]`);
    link.setAttribute("role", "button");
    this.decide(place.finding.number);
  }

  #name(finding, decision, words) {
    const told = t("mark-name", {
      number: finding.number, level: finding.level_name.toLowerCase(), message: finding.message,
    });
    if (!decision) return told;
    const state = decision.kind === "dismissed" ? t("dismissed") : t("accepted-as", { words });
    return `${told} ${state}`;
  }

  #clicked(event, picked) {
    const mark = event.target.closest("sup a, mark[data-note], .caret");
    if (!mark) return;
    event.preventDefault();
    if (mark.matches("a") || !String(getSelection())) picked(numberOf(mark));
  }
}

function numberOf(mark) {
  return Number(mark.dataset.note ?? (mark.hash ?? mark.id).replace(/\D+/, ""));
}
