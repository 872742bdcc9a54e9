// The language of the page: its words, and who wants to know when it changes.

import { keep, kept } from "./keeping.js";
import { WORDS } from "./words.js";

const listeners = [];
let lang = kept("lang") === "en" ? "en" : "vi";

export function language() {
  return lang;
}

/** The words of `key` in the language of the page, its {placeholders} filled; what stands in [ ] is
 * for another count than one. */
export function t(key, values = {}) {
  const words = WORDS[key][lang].replace(/\[(\w+)\]/g, values.count === 1 ? "" : "$1");
  return words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

export function onLanguage(listener) {
  listeners.push(listener);
}

export function setLanguage(wanted) {
  lang = wanted;
  keep("lang", wanted);
  applyWords(document);
  listeners.forEach((listener) => listener());
}

/** Fill what is written in the page itself: text, and names for screen readers. */
export function applyWords(root) {
  document.documentElement.lang = lang;
  for (const one of root.querySelectorAll("[data-say]")) one.textContent = t(one.dataset.say);
  for (const one of root.querySelectorAll("[data-say-label]")) {
    one.setAttribute("aria-label", t(one.dataset.sayLabel));
  }
}

/** A number with its decimal sign, as megabytes. */
export function megabytes(bytes) {
  const shown = (bytes / 1e6).toLocaleString(lang, { maximumFractionDigits: 1 });
  return `${shown} MB`;
}
