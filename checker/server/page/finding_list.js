// The findings beside the text: in groups, filtered by level, group and words.

import { keep, kept } from "./keeping.js";
import { t } from "./language.js";
import { button, el, isNarrow, one } from "./markup.js";
import { FindingCard } from "./finding_card.js";

const LEVELS = ["error", "warning", "info"];
const FEW = 4; // findings that need no filter
const ORDERS = ["section", "level", "group"];

/** The list of a review. `asks` is that of the cards, with `filtered(numbers)` for what is shown
 * then and `acceptSafe(findings)`. */
export class FindingList {
  cards = new Map();
  #levels = new Set();
  #group = "";
  #words = "";
  #undecided = false;
  #order = ORDERS.includes(kept("order")) ? kept("order") : "section";

  constructor(entry, asks) {
    Object.assign(this, { entry, asks, findings: entry.review.findings });
    for (const finding of this.findings) {
      const card = new FindingCard(finding, entry.decisions.of(finding), asks);
      this.cards.set(finding.number, card);
    }
    this.list = el("div", { class: "list" });
    this.status = el("p", { class: "quiet", role: "status" });
    this.safe = button("", () => asks.acceptSafe(this.safeOnes()), { class: "safe" });
    this.element = el("section", { class: "notes", id: "notes", "aria-label": t("findings") },
      this.findings.length ? this.#filter() : el("p", { class: "sound" }, t("nothing-found-long")),
      this.list);
    this.#arrange();
    this.apply();
  }

  /** The numbers of the findings shown, in the order of the list. */
  get shown() {
    return [...this.list.querySelectorAll(".finding:not([hidden])")]
      .map((item) => Number(item.id.slice("note-".length)));
  }

  /** The open card, or undefined. */
  get open() {
    return [...this.cards.values()].find((card) => card.isOpen);
  }

  /** Findings whose first suggestion is certain and not decided yet. */
  safeOnes() {
    const { decisions } = this.entry;
    return this.findings.filter((one) => one.safe && one.can_accept && !decisions.of(one));
  }

  /** Unfold one finding, fold the others, and bring it into sight. */
  unfold(number) {
    for (const card of this.cards.values()) {
      if (card.isOpen !== (card.finding.number === number)) {
        card.setOpen(card.finding.number === number);
      }
    }
    if (this.cards.get(number).element.hidden) this.clearFilter();
    this.bring(number);
  }

  /** Scroll the list to a card. */
  bring(number) {
    const { element } = this.cards.get(number);
    const list = this.list.getBoundingClientRect();
    const card = element.getBoundingClientRect();
    const under = list.top + 40;
    if (card.top < under || card.height > list.height) this.list.scrollTop += card.top - under;
    else if (card.bottom > list.bottom) this.list.scrollTop += card.bottom - list.bottom + 8;
  }

  clearFilter() {
    this.#levels.clear();
    this.fields.group.value = "";
    this.fields.search.value = "";
    this.#group = this.#words = "";
    this.#undecided = false;
    this.apply();
  }

  /** Show what is decided now, and what fits the filter. */
  apply() {
    const shown = new Set();
    for (const { finding, element } of this.cards.values()) {
      element.hidden = !this.#fits(finding);
      if (!element.hidden) shown.add(finding.number);
    }
    for (const group of this.list.children) {
      group.hidden = !group.querySelector(".finding:not([hidden])");
    }
    this.#tell(shown.size);
    this.asks.filtered(shown);
  }

  #tell(count) {
    const all = this.findings.length;
    const code = count === all ? "all-shown" : count ? "some-shown" : "none-shown";
    if (all) this.status.textContent = t(code, { shown: count, all });
    const safe = this.safeOnes().length;
    this.safe.hidden = !safe;
    this.safe.textContent = t("accept-safe", { count: safe });
    if (!this.fields) return;
    for (const chip of this.fields.chips) {
      const { level } = chip.dataset;
      const pressed = level ? this.#levels.has(level) : this.#undecided;
      chip.setAttribute("aria-pressed", String(pressed));
    }
    this.fields.reset.hidden = count === all;
  }

  #fits(finding) {
    if (this.#levels.size && !this.#levels.has(finding.severity)) return false;
    if (this.#group && this.#group !== finding.group) return false;
    if (this.#undecided && this.entry.decisions.of(finding)) return false;
    const how = bare(this.#words) === this.#words ? bare : lower;
    const said = [finding.message, ...finding.quote, ...finding.suggestions, finding.rule,
      finding.where, finding.group_name].join(" ");
    return !this.#words || how(said).includes(this.#words);
  }

  #filter() {
    const present = LEVELS.filter((level) => this.findings.some((f) => f.severity === level));
    const chips = present.map((level) => this.#levelChip(level));
    chips.push(button(t("undecided"), () => {
      this.#undecided = !this.#undecided;
      this.apply();
    }, { class: "chip", "aria-pressed": "false" }));
    const group = this.#select(t("group"), ["", ...this.#groups()],
      (code) => code ? this.#groupName(code) : t("all-groups"), (value) => {
        this.#group = value;
        this.apply();
      });
    const order = this.#select(t("order"), ORDERS, (code) => t(`order-${code}`), (value) => {
      this.#order = value;
      keep("order", value);
      this.#arrange();
    });
    order.value = this.#order;
    const search = el("input", { type: "search", id: "search", autocomplete: "off",
      placeholder: t("search-short"), "aria-label": t("search"),
      input: () => {
        this.#words = lower(search.value).replace(/\s+/g, " ").trim();
        this.apply();
      } });
    const reset = button(t("show-all"), () => {
      this.clearFilter();
      search.focus();
    }, { class: "link" });
    this.fields = { chips, group, search, reset };
    const isShort = this.findings.length < FEW;
    this.status.hidden = isShort;
    return el("details", { class: "filter", open: !isNarrow() }, el("summary", {}, t("filter")),
      el("div", { class: "row", role: "group", "aria-label": t("level"), hidden: isShort }, chips),
      el("div", { class: "row choose", hidden: isShort }, search, group, order),
      el("div", { class: "row told" }, this.status, reset, this.safe));
  }

  #levelChip(level) {
    const count = this.findings.filter((one) => one.severity === level).length;
    const pressed = () => {
      if (!this.#levels.delete(level)) this.#levels.add(level);
      this.apply();
    };
    return button(t(`count-${level}`, { count }), pressed,
      { class: `chip ${level}`, "data-level": level, "aria-pressed": "false" });
  }

  #select(name, values, words, changed) {
    return el("select", { "aria-label": name, change: (event) => changed(event.target.value) },
      values.map((value) => el("option", { value }, words(value))));
  }

  #groups() {
    const names = new Set(this.findings.map((finding) => finding.group));
    return [...names].sort((a, b) => this.#groupName(a).localeCompare(this.#groupName(b), "vi"));
  }

  #groupName(code) {
    return this.findings.find((finding) => finding.group === code).group_name;
  }

  /** Put the cards under the headings of the order chosen. */
  #arrange() {
    const parts = new Map();
    for (const finding of this.#ordered()) {
      const name = this.#heading(finding);
      if (!parts.has(name)) parts.set(name, []);
      parts.get(name).push(this.cards.get(finding.number).element);
    }
    this.list.replaceChildren(...[...parts].map(([name, items]) =>
      el("div", { class: "part" }, el("h2", {}, name), el("ol", {}, items))));
    this.apply();
  }

  #ordered() {
    if (this.#order === "section") return this.findings;
    const rank = this.#order === "level"
      ? (finding) => LEVELS.indexOf(finding.severity)
      : (finding) => this.#groups().indexOf(finding.group);
    return [...this.findings].sort((a, b) => rank(a) - rank(b) || a.number - b.number);
  }

  #heading(finding) {
    if (this.#order === "level") return t(`level-${finding.severity}`);
    if (this.#order === "group") return finding.group_name;
    if (finding.section) return t("section", finding);
    const body = this.findings.find((one) => one.section);
    return t(body && finding.number > body.number ? "part-end" : "part-head");
  }
}

function lower(text) {
  return text.normalize("NFC").toLowerCase();
}

function bare(text) {
  return lower(text).normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
}
