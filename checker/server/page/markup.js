// Elements made from their parts; text never becomes markup.

/** An element with attributes (functions become listeners, `false` and null are left out). */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((one) => one !== null && one !== false));
  return made;
}

export function button(words, pressed, attributes = {}) {
  return el("button", { type: "button", ...attributes, click: pressed }, words);
}

export function one(selector, root = document) {
  return root.querySelector(selector);
}

export function all(selector, root = document) {
  return [...root.querySelectorAll(selector)];
}

/** How to scroll: at once for those who asked for less motion. */
export function motion() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}

export function isNarrow() {
  return matchMedia("(max-width: 62rem)").matches;
}
