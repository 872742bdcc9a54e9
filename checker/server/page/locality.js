// A field for a place, with suggestions from the register (an ARIA combobox with a list).

import { t } from "./language.js";
import { el } from "./markup.js";
import { localities } from "./sending.js";

const PAUSE = 150; // milliseconds without a key before the register is asked
let made = 0;

/** A field that begins with `value`; `usual` is the office's own place. `element` goes into the
 * page; `read()` returns the place that was chosen, empty for none, or null when what is typed is
 * not in the register. */
export function localityField(value, usual) {
  made += 1;
  const id = `locality-${made}`;
  const state = { chosen: value, shown: [], active: -1, timer: 0, controller: null };
  const list = el("ul", { id: `${id}-list`, role: "listbox", hidden: true });
  const problem = el("p", { id: `${id}-problem`, class: "problem", hidden: true });
  const input = el("input", {
    id, type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", lang: "vi",
    placeholder: usual || null,
    "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list",
    "aria-describedby": `${id}-how ${problem.id}`,
  });
  input.value = value;
  const label = el("label", { for: id }, t("locality"));
  list.setAttribute("aria-label", t("locality-list"));
  const how = el("p", { id: `${id}-how`, class: "quiet" }, t("locality-how"));
  const parts = { state, list, input, problem };
  input.addEventListener("input", () => typed(parts));
  input.addEventListener("keydown", (event) => pressed(event, parts));
  input.addEventListener("blur", () => close(parts));
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(parts, Number(option.dataset.index));
  });
  const element = el("div", { class: "combobox" }, label, input, list, problem, how);
  return { element, input, read: () => read(parts) };
}

function typed(parts) {
  const { state, input } = parts;
  state.chosen = "";
  parts.problem.hidden = true;
  clearTimeout(state.timer);
  state.timer = setTimeout(() => ask(parts, input.value.trim()), PAUSE);
}

async function ask(parts, words) {
  const { state } = parts;
  state.controller?.abort();
  if (!words) {
    close(parts);
    return;
  }
  state.controller = new AbortController();
  try {
    show(parts, await localities(words, state.controller.signal));
  } catch (error) {
    if (error.name !== "AbortError") complain(parts, error.message);
  }
}

function show(parts, places) {
  const { state, list, input } = parts;
  if (document.activeElement !== input) return;
  Object.assign(state, { shown: places, active: -1 });
  const option = (place, index) =>
    el("li", { role: "option", id: `${list.id}-${index}`, "data-index": index, lang: "vi" }, place);
  list.replaceChildren(...places.map(option));
  open(parts, places.length > 0);
  if (!places.length) complain(parts, t("locality-none"));
}

function pressed(event, parts) {
  const { state, list } = parts;
  const last = state.shown.length - 1;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (last < 0) return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    const next = state.active + step;
    activate(parts, next > last ? 0 : next < 0 ? last : next);
  } else if (event.key === "Enter" && !list.hidden && state.active >= 0) {
    event.preventDefault();
    choose(parts, state.active);
  } else if (event.key === "Escape" && !list.hidden) {
    event.preventDefault();
    event.stopPropagation();
    close(parts);
  }
}

function activate(parts, index) {
  const { state, list, input } = parts;
  open(parts, true);
  state.active = index;
  [...list.children].forEach((option, place) =>
    option.setAttribute("aria-selected", String(place === index)));
  input.setAttribute("aria-activedescendant", `${list.id}-${index}`);
  list.children[index].scrollIntoView({ block: "nearest" });
}

function choose(parts, index) {
  const { state, input } = parts;
  state.chosen = state.shown[index];
  input.value = state.chosen;
  close(parts);
}

function open({ list, input }, isOpen) {
  list.hidden = !isOpen;
  input.setAttribute("aria-expanded", String(isOpen));
  input.removeAttribute("aria-activedescendant");
}

function close(parts) {
  clearTimeout(parts.state.timer);
  parts.state.active = -1;
  open(parts, false);
}

function complain({ problem }, words) {
  problem.textContent = words;
  problem.hidden = false;
}

/** What was chosen; words that are exactly one of the list are a choice too. */
function read(parts) {
  const { state, input } = parts;
  const words = input.value.trim();
  if (!words) return "";
  const same = (place) => place.toLowerCase() === words.toLowerCase();
  const chosen = state.chosen || state.shown.find(same);
  if (chosen) return chosen;
  complain(parts, t("locality-unknown"));
  input.focus();
  return null;
}
