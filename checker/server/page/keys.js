// Keys of the second view, and the dialog that tells of them.

import { keep, kept } from "./keeping.js";
import { t } from "./language.js";
import { button, el, one } from "./markup.js";

const LETTERS = [
  ["j", "key-next"], ["k", "key-previous"], ["a", "key-accept"], ["x", "key-dismiss"],
  ["u", "key-undo"], ["/", "key-search"], ["?", "key-help"],
];
const OTHERS = [
  ["↓ ↑", "key-arrows"], ["Enter", "key-enter"], ["Tab", "key-tab"], ["Esc", "key-escape"],
];

/** Listen to keys; `review()` gives the second view when it is shown. */
export function listenToKeys(review) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const shown = review();
    if (one("dialog[open]")) return;
    if (event.key === "Escape" && shown) shown.escape();
    if (isTyping(event.target)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown && event.target.closest(".finding .head")) {
      event.preventDefault();
      shown.step(step);
    } else if (kept("letters") !== "off" && letter(event.key, shown)) {
      event.preventDefault();
    }
  });
}

function letter(key, shown) {
  if (key === "?") showKeys();
  else if (!shown) return false;
  else if (key === "j") shown.step(1);
  else if (key === "k") shown.step(-1);
  else if (key === "a") shown.acceptOpen();
  else if (key === "x") shown.dismissOpen();
  else if (key === "u") shown.undo();
  else if (key === "/") searchNow();
  else return false;
  return true;
}

export function showKeys() {
  const dialog = one("#help");
  const input = el("input", { type: "checkbox", id: "letters" });
  input.checked = kept("letters") !== "off";
  input.addEventListener("change", () => keep("letters", input.checked ? "on" : "off"));
  const rows = (keys) => keys.map(([key, code]) =>
    el("tr", {}, el("th", { scope: "row" }, el("kbd", {}, key)), el("td", {}, t(code))));
  dialog.replaceChildren(el("h2", { id: "help-title" }, t("help")),
    el("p", {}, t("help-how")),
    el("table", { class: "keys" }, el("tbody", {}, rows(OTHERS), rows(LETTERS))),
    el("label", { class: "tick" }, input, el("span", {}, t("letters"))),
    el("p", { class: "row" },
      button(t("close"), () => dialog.close(), { class: "main-button", id: "help-close" })));
  dialog.showModal();
  one("#help-close").focus();
}

function searchNow() {
  const search = one("#search");
  if (!search || search.closest("[hidden]")) return;
  const filter = search.closest("details");
  filter.open = true;
  search.focus();
}

function isTyping(target) {
  return target.matches("textarea, select, input:not([type=radio], [type=checkbox])");
}
