// How a document is to be checked: at which stage, for which place, how far.

import { t } from "./language.js";
import { el } from "./markup.js";
import { localityField } from "./locality.js";

/** Fields that begin with what is `asked`. `element` goes into the page; `read()` returns what is
 * asked then, or null when a field is not right. */
export function optionFields(asked, settings) {
  const place = localityField(asked.locality, settings.locality);
  const stage = stageChoice(asked.stage || settings.stage);
  const guesses = check("guesses", asked.guesses);
  const ocr = settings.ocr ? check("ocr", asked.ocr) : null;
  const more = [guesses.element, ocr?.element ?? null];
  return {
    element: el("div", { class: "options" }, stage.element, place.element, ...more),
    input: place.input,
    read() {
      const locality = place.read();
      if (locality === null) return null;
      const ticked = { guesses: guesses.read(), ocr: ocr?.read() ?? false };
      return { ...asked, locality, stage: stage.read(), ...ticked };
    },
  };
}

let made = 0;

/** Draft or issued; `changed` is told each new choice. */
export function stageChoice(stage, changed = () => {}) {
  made += 1;
  const name = `stage-${made}`;
  const radio = (value) => {
    const input = el("input", { type: "radio", name, value, change: () => changed(value) });
    input.checked = value === stage;
    return el("label", {}, input, " ", t(`stage-${value}`));
  };
  const element = el("fieldset", { class: "stage" }, el("legend", {}, t("stage")),
    radio("draft"), radio("issued"));
  return { element, read: () => element.querySelector(":checked")?.value ?? "" };
}

function check(name, ticked) {
  const input = el("input", { type: "checkbox" });
  input.checked = ticked;
  const element = el("label", { class: "tick" }, input, el("span", {}, t(name)));
  return { element, read: () => input.checked };
}
