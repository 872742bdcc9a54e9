// Sends the token; the server answers with a cookie that no script can read.

import { applyWords, language, onLanguage, setLanguage, t } from "./language.js";
import { one } from "./markup.js";

function draw() {
  applyWords(document);
  const button = one("#language");
  button.textContent = language() === "vi" ? "English" : "Tiếng Việt";
  button.lang = language() === "vi" ? "en" : "vi";
}

async function send(form) {
  try {
    const address = `/login?lang=${language()}`;
    const answer = await fetch(address, { method: "POST", body: new FormData(form) });
    if (answer.ok) location.replace("/");
    if (answer.ok || answer.status === 401) return answer.ok ? "" : t("wrong-token");
    const told = await answer.json().catch(() => null);
    return told?.error?.message ?? t("server-failed", answer);
  } catch {
    return t("server-gone");
  }
}

one("#login").addEventListener("submit", async (event) => {
  event.preventDefault();
  const told = await send(event.target);
  one("#problem").textContent = told;
  if (told) one("#token").select();
});
one("#language").addEventListener("click", () => setLanguage(language() === "vi" ? "en" : "vi"));
onLanguage(draw);
draw();
one("#token").focus();
