"""The style sheet of the page of an audit: that of the page of findings, and what only it has."""

from __future__ import annotations

from checker.reporting.html.style import STYLE as FINDINGS_STYLE

_COLOURS = """
:root { --covered: #2d6a3a; --covered-wash: #d5ebd8; --plain: #6b7f96; }
@media (prefers-color-scheme: dark) {
  :root { --covered: #8fd19e; --covered-wash: #1d3f27; --plain: #8298b0; }
}
"""

_FRONT = """\
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; list-style: none; margin: .4rem 0;
  padding: 0; }
h2 { margin-top: 1.6rem; }
h3 { margin: .8rem 0 .2rem; font-size: .95rem; }
section, details, tr { scroll-margin-top: .5rem; }
.quiet, .legend { color: var(--quiet); }
.cut { border-left: 4px solid var(--warning); padding-left: .7rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .5rem;
  margin: .9rem 0; }
.tile { display: flex; flex-direction: column; justify-content: space-between;
  background: var(--paper); border: 1px solid var(--rule); border-radius: 4px;
  border-left: 5px solid var(--level, var(--rule)); padding: .4rem .7rem; }
.tile dt { color: var(--quiet); font-size: .85rem; }
.tile dd { margin: 0; font-size: 1.5rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.first { background: var(--paper); border: 1px solid var(--rule); border-radius: 4px;
  padding: .2rem 1rem .6rem; }
.first h2 { margin-top: .4rem; }
.first ol { margin: 0; padding-left: 1.4rem; }
.first li { margin: .2rem 0; }
"""

_CHARTS = """\
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 34rem), 1fr));
  gap: .8rem; align-items: start; }
.chart { margin: 0; background: var(--paper); border: 1px solid var(--rule); border-radius: 4px;
  padding: .5rem .8rem .7rem; break-inside: avoid; min-width: 0; }
.chart figcaption { font-weight: 650; margin-bottom: .3rem; }
.chart table { table-layout: auto; font-size: .88rem; }
.chart th, .chart td { border: 0; padding: .1rem .3rem; font-weight: 400; text-align: left;
  vertical-align: middle; overflow-wrap: anywhere; }
.chart thead th { color: var(--quiet); font-size: .8rem; vertical-align: bottom; }
.chart tbody th { width: 34%; min-width: 7rem; }
.chart thead th { overflow-wrap: normal; }
.chart .bar { width: 40%; }
.chart.long tbody th { width: 60%; }
.chart.long .bar { width: 20%; }
.chart .count { overflow-wrap: normal; white-space: nowrap; }
.chart thead th + td ~ th, .count { text-align: right !important;
  font-variant-numeric: tabular-nums; }
.chart svg { display: block; width: 100%; height: .8rem; background: var(--desk); }
rect.error, .key.error { fill: var(--error); background: var(--error); }
rect.warning, .key.warning { fill: var(--warning); background: var(--warning); opacity: .75; }
rect.info, .key.info { fill: var(--info); background: var(--info); opacity: .6; }
rect.covered, .key.covered { fill: var(--covered); background: var(--covered); }
rect.partly, .key.partly { fill: var(--warning); background: var(--warning); opacity: .75; }
rect.missing, .key.missing { fill: var(--error); background: var(--error); }
rect.plain, .key.plain { fill: var(--plain); background: var(--plain); }
.key { display: inline-block; width: .7em; height: .7em; margin-right: .3em; border-radius: 2px; }
"""

_TABLES = """\
.wide { overflow-x: auto; background: var(--paper); border: 1px solid var(--rule);
  border-radius: 4px; max-height: 85vh; overflow-y: auto; }
.data, .matrix { table-layout: auto; margin: 0; font-size: .9rem; }
.data th, .data td, .matrix th, .matrix td { border: 1px solid var(--rule); padding: .25rem .5rem;
  text-align: left; vertical-align: top; overflow-wrap: break-word; }
.data tbody th, .matrix tbody th { font-weight: 400; }
.data thead th, .matrix thead th { background: var(--desk); font-weight: 650; position: sticky;
  top: 0; z-index: 1; }
.data .count.error, .data .count.warning, .data .count.info { background: var(--wash);
  font-weight: 650; }
.ranking td, .ranking th { white-space: nowrap; }
.ranking tbody th, .offices tbody th { white-space: normal; min-width: 11rem; }
.sides { table-layout: fixed; margin: .4rem 0; }
.sides th { overflow-wrap: anywhere; }
.matrix { width: auto; }
.matrix thead th, .matrix .cell { text-align: center; min-width: 2.1rem; padding: .2rem; }
.matrix tbody th, .matrix thead th:first-child { text-align: left; position: sticky; left: 0;
  background: var(--paper); min-width: 11rem; max-width: 26rem; }
.matrix thead th:first-child { z-index: 2; background: var(--desk); }
.cell.covered { background: var(--covered-wash); color: var(--covered); }
.cell.partly { background: var(--warning-wash); color: var(--warning); }
.cell.missing { background: var(--error-wash); color: var(--error); }
.legend .cell { padding: .1rem .5rem; border-radius: 3px; white-space: nowrap; }
.file { display: block; font-size: .8rem; overflow-wrap: anywhere; white-space: normal; }
.unread { overflow-wrap: anywhere; padding-left: 2rem; }
.pair, .of-rule { background: var(--paper); border: 1px solid var(--rule); border-radius: 4px;
  margin: 0 0 .5rem; padding: .4rem .9rem; overflow-wrap: anywhere; }
.pair[open], .of-rule[open] { padding-bottom: .8rem; }
.finding ul { margin: .1rem 0 0; padding-left: 1.2rem; }
.doc .findings { margin-bottom: .8rem; }
details.doc { content-visibility: auto; contain-intrinsic-size: auto 2.6rem; }
"""

_NARROW = """\
@media screen and (max-width: 40rem) {
  .matrix tbody th, .matrix thead th:first-child { min-width: 8rem; max-width: 8.5rem; }
  .chart tbody th { min-width: 5.5rem; }
  .chart .bar { width: 26%; }
  .chart.long tbody th { width: 50%; }
  .tiles { grid-template-columns: repeat(2, 1fr); }
  .unread { padding-left: 1rem; }
}
@media print {
  :root { --covered: #2d6a3a; --covered-wash: #d5ebd8; --plain: #6b7f96; }
  nav { display: none; }
  .wide { overflow: visible; max-height: none; border: 0; }
  .data thead th, .matrix thead th, .matrix tbody th { position: static; }
  .ranking { font-size: .75rem; }
  .ranking tbody th, .ranking thead th { white-space: normal; min-width: 0; }
  .charts { display: block; }
  .chart { margin-bottom: .4cm; }
  tr, .tile { break-inside: avoid; }
  h2, h3, summary { break-after: avoid; }
  .cell, rect, .key, .count, .tile { print-color-adjust: exact;
    -webkit-print-color-adjust: exact; }
  details.doc { content-visibility: visible; }
}
"""

STYLE = FINDINGS_STYLE + _COLOURS + _FRONT + _CHARTS + _TABLES + _NARROW
