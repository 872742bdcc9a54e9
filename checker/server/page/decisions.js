// What the writer decided of the findings of one document, by their fingerprints.

export class Decisions {
  #now = new Map();
  #before = [];
  #unsaved = new Set();

  /** Whether there is something decided that no copy holds. */
  get unsaved() {
    return this.#unsaved.size > 0;
  }

  /** A copy was made: one with comments (annotate) holds what was dismissed, one with changes (fix)
   * all that it can. */
  saved(path) {
    if (path === "fix") this.#unsaved.clear();
    else this.#unsaved.delete("dismissed");
  }

  of(finding) {
    return this.#now.get(finding.fingerprint);
  }

  get canUndo() {
    return this.#before.length > 0;
  }

  /** Take the suggestion with the index given, of each of `choices` ([finding, index]). */
  accept(choices) {
    this.#change((now) => {
      for (const [finding, suggestion] of choices) {
        now.set(finding.fingerprint, { kind: "accepted", suggestion });
      }
    });
  }

  dismiss(finding, reason) {
    this.#change((now) => now.set(finding.fingerprint, { kind: "dismissed", reason }));
  }

  clear(finding) {
    this.#change((now) => now.delete(finding.fingerprint));
  }

  /** Go back to what was decided before the last step. */
  undo() {
    if (!this.#before.length) return;
    this.#now = this.#before.pop();
    this.#note();
  }

  /** How many of `findings` are decided. */
  decided(findings) {
    return findings.filter((one) => this.of(one)).length;
  }

  asJson() {
    const told = { accepted: [], dismissed: [] };
    for (const [fingerprint, { kind, ...more }] of this.#now) {
      told[kind].push({ fingerprint, ...more });
    }
    return told;
  }

  #change(step) {
    this.#before.push(this.#now);
    this.#now = new Map(this.#now);
    step(this.#now);
    this.#note();
  }

  #note() {
    this.#unsaved = new Set([...this.#now.values()].map((one) => one.kind));
  }
}
