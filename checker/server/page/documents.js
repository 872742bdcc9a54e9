// The documents of this visit, and their way through the server: at most two at once.

import { Decisions } from "./decisions.js";
import { megabytes, t } from "./language.js";
import { Refusal, review } from "./sending.js";

const AT_ONCE = 2;
const MOST_RETRIES = 40;
const ENVELOPE = 10_000; // bytes of a request besides its file

/** A document; `status` is waiting, sending, checking, busy, done or failed. It is sent again for
 * every question: the server keeps nothing. */
class Entry {
  decisions = new Decisions();
  status = "waiting";
  sent = 0;
  review = null;
  error = null;
  retries = 0;
  wait = 0;

  constructor(number, data, name, asked) {
    Object.assign(this, { number, data, name, asked: { ...asked } });
  }

  get running() {
    return !["done", "failed"].includes(this.status);
  }
}

export class Documents extends EventTarget {
  entries = [];
  mostBytes = Infinity;
  #number = 0;
  #controllers = new Map();

  /** Take files that were chosen or dropped. Returns their entries. */
  async add(files, asked) {
    const added = [];
    for (const file of files) {
      const entry = new Entry((this.#number += 1), file, file.name, asked);
      added.push(entry);
      this.entries.push(entry);
      if (file.size + ENVELOPE > this.mostBytes) {
        const once = { canRetry: false };
        const values = { size: megabytes(file.size), limit: megabytes(this.mostBytes) };
        this.#fail(entry, new Refusal("upload-too-large", t("too-large", values), once));
      } else {
        await this.#hold(entry);
      }
    }
    this.#changed();
    this.#next();
    return added;
  }

  /** Check again, with other options or in another language. */
  again(entry, asked = entry.asked) {
    this.#controllers.get(entry)?.abort();
    Object.assign(entry, { asked: { ...asked }, status: "waiting", error: null, retries: 0 });
    this.#changed(entry);
    this.#next();
  }

  remove(entry) {
    this.#controllers.get(entry)?.abort();
    this.entries = this.entries.filter((one) => one !== entry);
    this.#changed();
    this.#next();
  }

  find(number) {
    return this.entries.find((one) => one.number === number);
  }

  /** Hold the bytes here: a file that is saved anew can no longer be read by the page. */
  async #hold(entry) {
    try {
      entry.data = new Blob([await entry.data.arrayBuffer()]);
    } catch {
      this.#fail(entry, new Refusal("unreadable", t("unreadable"), { canRetry: false }));
    }
  }

  #next() {
    while (this.#controllers.size < AT_ONCE) {
      const entry = this.entries.find((one) => one.status === "waiting");
      if (!entry) return;
      this.#send(entry);
    }
  }

  async #send(entry) {
    const controller = new AbortController();
    this.#controllers.set(entry, controller);
    Object.assign(entry, { status: "sending", sent: 0 });
    this.#changed(entry);
    try {
      const told = await review(entry, (part) => this.#progress(entry, part), controller.signal);
      Object.assign(entry, { review: told, status: "done" });
      this.#changed(entry);
    } catch (error) {
      if (error.code === "aborted") return;
      if (error.wait && entry.retries < MOST_RETRIES) this.#later(entry, error.wait);
      else this.#fail(entry, error);
    } finally {
      if (this.#controllers.get(entry) === controller) this.#controllers.delete(entry);
      this.#next();
    }
  }

  #later(entry, seconds) {
    Object.assign(entry, { status: "busy", wait: seconds, retries: entry.retries + 1 });
    this.#changed(entry);
    setTimeout(() => {
      if (entry.status !== "busy") return;
      entry.status = "waiting";
      this.#next();
    }, seconds * 1000);
  }

  #progress(entry, part) {
    Object.assign(entry, { sent: part, status: part < 1 ? "sending" : "checking" });
    this.dispatchEvent(new CustomEvent("progress", { detail: entry }));
  }

  #fail(entry, error) {
    Object.assign(entry, { status: "failed", error });
    this.#changed(entry);
  }

  #changed(entry) {
    this.dispatchEvent(new CustomEvent("change", { detail: entry }));
  }
}
