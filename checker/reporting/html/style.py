"""The style sheet of the page: screen, narrow screen, dark, paper."""

from __future__ import annotations

from checker.reporting.text_style import COLOURS, MARKS, PAPER_COLOURS, TEXT

_PAGE = """\
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 84rem; padding: 0 1.5rem; background: var(--desk); color: var(--ink);
  font: .9375rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
a { color: var(--info); }
header { padding: 1.4rem 0 .4rem; }
h1 { margin: 0 0 .5rem; font-size: 1.35rem; font-weight: 650; overflow-wrap: anywhere; }
h2 { margin: 1.2rem 0 .4rem; font-size: 1.05rem; }
header p, .about p { margin: .3rem 0 0; color: var(--quiet); }
.about strong { color: var(--ink); font-weight: 600; }
.counts mark { white-space: nowrap; padding: .05rem .35rem; margin-right: .35rem; }
header .counts { color: var(--ink); font-size: 1.05rem; }
.unread { border: 1px solid var(--error); border-left-width: 5px; border-radius: 4px;
  background: var(--paper); padding: .5rem 1rem .7rem; margin-top: .8rem; }
.unread h2 { margin: 0 0 .3rem; color: var(--error); }
.unread ul { margin: 0; padding-left: 1.2rem; overflow-wrap: anywhere; }
#filter {
  background: var(--paper); border: 1px solid var(--rule); border-radius: 4px;
  padding: .6rem .9rem; margin: .6rem 0 1rem;
}
.row { display: flex; gap: .35rem 1rem; align-items: baseline; margin: 0 0 .5rem; }
.row:last-child { margin: 0; flex-wrap: wrap; }
.row .name { flex: none; width: 7.5rem; color: var(--quiet); }
.chips { display: flex; flex-wrap: wrap; gap: .35rem .4rem; }
button, input {
  font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet);
  border-radius: 4px; padding: .15rem .6rem; min-height: 2rem;
}
button { cursor: pointer; }
button:hover { background: var(--desk); }
.chip { border-radius: 1rem; }
.chip.error, .chip.warning, .chip.info { color: var(--level); font-weight: 600; }
.chip[aria-pressed="true"] {
  background: var(--ink); border-color: var(--ink); color: var(--paper);
}
.chip[aria-pressed="true"]::before { content: "✓ "; }
.chip .number { font-weight: 400; opacity: .85; }
:focus-visible { outline: 3px solid var(--info); outline-offset: 2px; }
.doc { margin: 0 0 .5rem; }
details.doc { background: var(--paper); border: 1px solid var(--rule); border-radius: 4px; }
details.doc > summary { padding: .5rem .9rem; overflow-wrap: anywhere; }
details.doc > :not(summary) { margin-left: .9rem; margin-right: .9rem; }
summary { cursor: pointer; }
.path { font-weight: 600; margin-right: .5rem; }
.here { color: var(--quiet); }
.about { margin-bottom: .8rem; }
.panes {
  display: grid; grid-template-columns: minmax(0, 1fr) 25rem; grid-template-areas: "text list";
  gap: 1.2rem; align-items: start; margin-bottom: 1.2rem;
}
.panes > .list { grid-area: list; position: sticky; top: 0; max-height: 100vh; overflow-y: auto; }
.list { padding: .2rem .3rem; }
.text-pane {
  grid-area: text; background: var(--paper); border: 1px solid var(--rule); border-radius: 4px;
  padding: 1.8rem 2.4rem; font: 1.09rem/1.6 "Times New Roman", Tinos, "Liberation Serif", serif;
}
sup a { color: inherit; text-decoration: none; }
.text-pane [id] { scroll-margin-top: 35vh; }
"""

_FINDINGS = """\
.findings { list-style: none; margin: 0; padding: 0; }
.finding {
  margin: 0 0 .55rem; padding: .4rem .7rem .45rem .75rem; background: var(--paper);
  border: 1px solid var(--rule); border-left: 5px solid var(--level); border-radius: 3px;
  break-inside: avoid; overflow-wrap: anywhere; font-size: .9rem; line-height: 1.45;
}
.finding.warning { border-left-style: double; border-left-width: 6px; }
.finding.info { border-left-style: dotted; }
.panes .finding { cursor: pointer; }
.finding p { margin: .15rem 0 0; }
.label { color: var(--level); font-weight: 700; white-space: nowrap; text-decoration: none; }
a.label:hover { text-decoration: underline; }
.quote { font-family: "Times New Roman", Tinos, "Liberation Serif", serif; font-size: 1rem; }
.change { font-weight: 600; }
.where, .basis, .finding details { color: var(--quiet); font-size: .82rem; }
.rule { overflow-wrap: anywhere; }
.finding summary { width: fit-content; }
.finding { scroll-margin-top: .5rem; }
.current, :target { outline: 3px solid var(--level); outline-offset: 1px; }
sup.current { outline: 0; }
"""

_OFF = """\
mark.off { background: none; text-decoration: none; outline: 0; }
.caret.off, sup.off { display: none; }
.scripted header .counts { display: none; }
footer { padding: .6rem 0 1.6rem; color: var(--quiet); }
@media screen and (max-width: 62rem) {
  body { padding: 0 .7rem; }
  .panes { display: block; }
  .panes > .list { position: static; max-height: none; margin-bottom: 1rem; }
  .list { padding: 0; }
  .text-pane { padding: 1rem .8rem; }
  details.doc > :not(summary) { margin-left: .5rem; margin-right: .5rem; }
  .row { display: block; }
  .row label, .row input, #status { display: block; width: 100%; }
  #status { margin: .4rem 0; }
  .chips { flex-wrap: nowrap; overflow-x: auto; padding: .2rem 0 .4rem; }
  .chip { flex: none; }
  td { padding: .2rem .3rem; font-size: .92em; }
}
"""

_PAPER = """\
  @page { size: A4; margin: 1.5cm; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  header { padding-top: 0; }
  .scripted header .counts { display: inline; }
  #filter, footer, .finding details { display: none; }
  .panes { display: block; }
  .panes > .list { position: static; max-height: none; overflow: visible; }
  .text-pane { border: 0; padding: .8cm 0 0; font-size: 11pt; line-height: 1.45; }
  details.doc { border-width: 1px 0 0; border-radius: 0; }
  details.doc > :not(summary) { margin-left: 0; margin-right: 0; }
  details.listed .text-pane { display: none; }
  .current, :target { outline: 0; }
  .finding { font-size: 9pt; }
  mark, .finding { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
"""

STYLE = "".join(
    (COLOURS, _PAGE, TEXT, MARKS, _FINDINGS, _OFF, "@media print {\n", PAPER_COLOURS, _PAPER, "}\n")
)
