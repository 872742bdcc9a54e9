"""The style sheet of the page with margin notes: screen, narrow screen, dark, paper."""

from __future__ import annotations

from checker.reporting.text_style import COLOURS, MARKS, PAPER_COLOURS, TEXT

_PAGE = """\
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
body {
  margin: 0; background: var(--desk); color: var(--ink);
  font: 1.09rem/1.6 "Times New Roman", Tinos, "Liberation Serif", serif;
}
header, aside, footer { font: .875rem/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
header, main { max-width: 72rem; margin: 0 auto; padding: 0 2rem; }
header { padding-top: 1.6rem; padding-bottom: 1rem; }
h1 { margin: 0 0 .5rem; font-size: 1.2rem; font-weight: 600; overflow-wrap: anywhere; }
header p { margin: .5rem 0 0; color: var(--quiet); }
.counts {
  display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; margin: 0; padding: 0; list-style: none;
}
.counts a, sup a, .back { color: inherit; text-decoration: none; }
.counts a:hover { text-decoration: underline; }
main {
  background: var(--paper); border: 1px solid var(--rule); border-radius: 4px;
  padding: 2.2rem calc(var(--margin) + 2.5rem) 2.5rem 3rem; display: flow-root; margin-bottom: 2rem;
}
"""

_MARGIN = """\
aside {
  float: right; clear: right; width: var(--margin);
  margin: .1rem calc(-1 * var(--margin) - 1.5rem) .3rem 0;
}
.note {
  margin: 0 0 .5rem; padding: .35rem .6rem .4rem .7rem; background: var(--paper);
  border: 1px solid var(--rule); border-left: 4px solid var(--level); border-radius: 3px;
  break-inside: avoid; overflow-wrap: anywhere;
}
.note p { margin: 0; }
.note p + p { margin-top: .2rem; color: var(--quiet); font-size: .8125rem; }
.label { color: var(--level); font-weight: 700; margin-right: .25rem; white-space: nowrap; }
.warning.note { border-left-style: double; border-left-width: 5px; }
.info.note { border-left-style: dotted; }
"""

_NARROW = """\
@media screen and (max-width: 62rem) {
  header { padding-left: 1rem; padding-right: 1rem; }
  main { padding: 1.2rem 1rem; border-width: 1px 0; border-radius: 0; }
  .block { display: flex; flex-direction: column; }
  .block > aside { order: 2; float: none; width: auto; margin: 0 0 .8rem; }
  td { padding: .2rem .3rem; font-size: .92em; }
  .table-end > aside { margin-top: .5rem; }
}
"""

_PAPER = """\
  @page { size: A4; margin: 1.5cm; }
  body { font-size: 11pt; line-height: 1.45; }
  header, aside { font-size: 8.5pt; }
  .note p + p { font-size: 7.5pt; }
  header, main { padding-left: 0; padding-right: 0; max-width: none; }
  main { border: 0; padding: 0 calc(var(--margin) + .6cm) 0 0; }
  aside { margin-right: calc(-1 * var(--margin) - .6cm); }
  mark, .note { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
"""

STYLE = "".join(
    (
        COLOURS,
        _PAGE,
        TEXT,
        _MARGIN,
        MARKS,
        _NARROW,
        "@media print {\n",
        PAPER_COLOURS,
        _PAPER,
        "}\n",
    )
)
