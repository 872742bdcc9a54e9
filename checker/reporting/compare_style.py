"""The style sheet of the page that compares two documents: screen, narrow screen, dark, paper."""

from __future__ import annotations

from checker.reporting.text_style import COLOURS, PAPER_COLOURS

_COLOURS = """\
:root { --plus: #17663a; --plus-wash: #ddf1e3; }
@media (prefers-color-scheme: dark) { :root { --plus: #86d9a3; --plus-wash: #1c3a28; } }
"""

_PAGE = """\
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 84rem; padding: 0 1.5rem; background: var(--desk); color: var(--ink);
  font: .9375rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
header { padding: 1.4rem 0 .2rem; }
h1 { margin: 0 0 .5rem; font-size: 1.35rem; font-weight: 650; }
h2 { margin: 1.4rem 0 .5rem; font-size: 1.1rem; }
h3 { margin: 0; font-size: .95rem; }
.quiet, .heading, footer { color: var(--quiet); }
.heading { font-weight: 400; }
.columns { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1.6rem; }
.names {
  position: sticky; top: 0; background: var(--desk); border-bottom: 1px solid var(--rule);
}
.names p { margin: .3rem 0; }
.all-same { color: var(--plus); font-weight: 600; }
.state {
  --level: var(--quiet); font-size: .82rem; font-weight: 600; color: var(--level);
  border: 1px solid var(--level); border-radius: 1rem; padding: .05rem .55rem;
  white-space: nowrap; display: inline-block;
}
.state.changed { --level: var(--warning); }
.state.moved { --level: var(--info); }
.state.only-first { --level: var(--error); }
.state.only-second { --level: var(--plus); }
header .state { margin: 0 .3rem .3rem 0; }
.pair {
  background: var(--paper); border: 1px solid var(--rule); border-radius: 4px;
  padding: .55rem .9rem; margin: 0 0 .6rem;
}
.pair.same { padding: .25rem .9rem; }
summary { cursor: pointer; }
.text {
  margin: .4rem 0 .2rem; white-space: pre-wrap;
  font: 1.05rem/1.55 "Times New Roman", Tinos, "Liberation Serif", serif;
}
.second { border-left: 1px solid var(--rule); padding-left: 1.6rem; margin-left: -.8rem; }
del, ins { border-radius: 2px; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
del { background: var(--error-wash); color: var(--error); }
ins { background: var(--plus-wash); color: var(--plus); text-underline-offset: .2em; }
.mentions {
  background: var(--paper); border: 1px solid var(--rule); border-radius: 4px;
  padding: .1rem .9rem .6rem; margin-top: 1rem;
}
.mentions h2 { margin: .6rem 0; }
.mentions h3 { margin: .5rem 0 .1rem; }
.lists del { text-decoration: none; }
.lists ins { text-decoration: none; }
ul { margin: 0; padding-left: 1.2rem; }
.lists p { margin: 0; }
:focus-visible { outline: 3px solid var(--info); outline-offset: 2px; }
footer { padding: .6rem 0 1.6rem; }
@media screen and (max-width: 48rem) {
  body { padding: 0 .7rem; }
  .columns { grid-template-columns: minmax(0, 1fr); }
  .names { position: static; }
  .second { border-left: 0; padding-left: 0; margin-left: 0; }
  .texts > .second, .lists > .second {
    border-top: 1px dashed var(--rule); margin-top: .3rem; padding-top: .3rem;
  }
  .texts > ::before, .lists > ::before {
    content: attr(data-name); color: var(--quiet); font-size: .8rem;
  }
  .texts > :empty, .lists > :empty { display: none; }
  .pair { padding: .5rem .7rem; }
}
"""

_PAPER = """\
  @page { size: A4 landscape; margin: 1.5cm; }
  :root { --plus: #17663a; --plus-wash: #ddf1e3; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  header { padding-top: 0; }
  .names { position: static; }
  .pair { border-width: 1px 0 0; border-radius: 0; padding: .2rem 0; }
  .text { font-size: 10.5pt; }
  h3 { break-after: avoid; }
  footer { display: none; }
  del, ins { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
"""

STYLE = "".join((COLOURS, _COLOURS, _PAGE, "@media print {\n", PAPER_COLOURS, _PAPER, "}\n"))
