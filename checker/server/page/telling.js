// What is told in passing: aloud to screen readers, and for a while at the lower edge.

import { one } from "./markup.js";

const SHOWN = 8000; // milliseconds
let timer = 0;

/** Tell screen readers only. */
export function announce(words) {
  const live = one("#live");
  live.textContent = live.textContent === words ? `${words}\u00a0` : words;
}

/** Tell everybody. */
export function tell(words) {
  announce(words);
  one("#toast-words").textContent = words;
  one("#toast").hidden = false;
  clearTimeout(timer);
  timer = setTimeout(hush, SHOWN);
}

export function hush() {
  one("#toast").hidden = true;
}
