// Requests to the server, and what it answers.

import { language, t } from "./language.js";

const FAULTS_OF_FILE = [413, 422]; // the same file would be refused again

/** Why something was not done: `code` of the server, or `gone`; `wait` are the seconds after which
 * it may be asked again, `canRetry` whether the same file may be taken then. */
export class Refusal extends Error {
  constructor(code, message, { wait = 0, canRetry = true } = {}) {
    super(message);
    Object.assign(this, { code, wait, canRetry });
  }

  /** The message beside the name of its file, which it does not repeat. */
  said(name) {
    if (!this.message.startsWith(`${name}: `)) return this.message;
    const words = this.message.slice(name.length + 2);
    return words.charAt(0).toUpperCase() + words.slice(1);
  }
}

export async function settings() {
  const answer = await asked("/api/settings");
  return answer.json();
}

/** Places of the register that hold the words. */
export async function localities(words, signal) {
  const answer = await asked(`/api/localities?q=${encodeURIComponent(words)}`, { signal });
  return (await answer.json()).localities;
}

/** The review of one document; `progress` is told how much of it is sent, from 0 to 1. */
export function review(entry, progress, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/review?lang=${language()}`);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    };
    request.upload.onload = () => progress(1);
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status === 200 && body) resolve(body);
      else reject(refusal(request.status, body, request.getResponseHeader("Retry-After")));
    };
    request.onerror = () => reject(new Refusal("gone", t("server-gone")));
    request.onabort = () => reject(new Refusal("aborted", ""));
    signal.addEventListener("abort", () => request.abort());
    request.send(formOf([entry], entry.asked));
  });
}

/** A copy of one document (`path` is annotate or fix) with what was decided of it. */
export async function copyOf(path, entry) {
  const form = formOf([entry], entry.asked);
  form.append("decisions", JSON.stringify(entry.decisions.asJson()));
  return made(await asked(`/api/${path}?lang=${language()}`, { method: "POST", body: form }));
}

/** The report on documents in `kind` (html, xlsx, csv, json). */
export async function reportOn(entries, kind) {
  const form = formOf(entries, entries[0].asked);
  form.append("form", kind);
  form.append("decisions", JSON.stringify(entries.map((one) => one.decisions.asJson())));
  return made(await asked(`/api/report?lang=${language()}`, { method: "POST", body: form }));
}

/** Hand a file that was made to the person. */
export function save({ blob, name }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function asked(address, options) {
  let answer;
  try {
    answer = await fetch(address, options);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refusal("gone", t("server-gone"));
  }
  if (answer.ok) return answer;
  throw refusal(answer.status, parsed(await answer.text()), answer.headers.get("Retry-After"));
}

async function made(answer) {
  const told = answer.headers.get("Content-Disposition") ?? "";
  const name = /filename\*=UTF-8''([^;]+)/i.exec(told)?.[1] ?? "soat";
  return {
    blob: await answer.blob(),
    name: decodeURIComponent(name),
    made: Number(answer.headers.get("X-Soat-Made") ?? 0),
    left: Number(answer.headers.get("X-Soat-Left") ?? 0),
  };
}

function formOf(entries, asked_) {
  const form = new FormData();
  for (const entry of entries) form.append("file", entry.data, entry.name);
  form.append("lang", language());
  form.append("stage", asked_.stage);
  form.append("locality", asked_.locality);
  form.append("guesses", asked_.guesses ? "1" : "");
  form.append("ocr", asked_.ocr ? "1" : "");
  return form;
}

function refusal(status, body, wait) {
  const told = body?.error;
  if (status === 401) return new Refusal("token-needed", t("signed-out"));
  if (told) {
    return new Refusal(told.code, told.message, {
      wait: [429, 503].includes(status) ? Number(wait) || 5 : 0,
      canRetry: !FAULTS_OF_FILE.includes(status),
    });
  }
  return new Refusal("failed", t("server-failed", { status }));
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
