"""Style sheets that all pages share: colours, and how a document's text and its marks look."""

from __future__ import annotations

COLOURS = """
:root {
  color-scheme: light dark;
  --paper: #fffefb; --desk: #f1efea; --ink: #1d1c1a; --quiet: #64605a; --rule: #d9d5cc;
  --error: #a8201a; --warning: #8a5200; --info: #22568f;
  --error-wash: #fbe3e0; --warning-wash: #fbecd0; --info-wash: #e2edf8;
  --margin: 21rem;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1d1e20; --desk: #141517; --ink: #e4e2dd; --quiet: #a29e96; --rule: #3a3b3e;
    --error: #ff9a8f; --warning: #efbc6a; --info: #93c1f2;
    --error-wash: #4a2320; --warning-wash: #43331a; --info-wash: #1f3449;
  }
}
"""

TEXT = """\
p.text { white-space: pre-wrap; overflow-wrap: anywhere; }
p.text { margin: 0 0 .55rem; }
.lines p.text { margin-bottom: .1rem; }
.lines .gap { margin-top: .7rem; }
p.center { text-align: center; }
p.right { text-align: right; }
p.bold { font-weight: 700; }
p.italic { font-style: italic; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 0 0 -1px; }
.table-end { margin-bottom: .9rem; }
td { border: 1px solid var(--rule); padding: .25rem .5rem; vertical-align: top; }
td p.text { margin: 0; }
"""

MARKS = """\
.error { --level: var(--error); --wash: var(--error-wash); }
.warning { --level: var(--warning); --wash: var(--warning-wash); }
.info { --level: var(--info); --wash: var(--info-wash); }
mark {
  color: inherit; background: var(--wash); border-radius: 2px; box-decoration-break: clone;
  -webkit-box-decoration-break: clone;
  text-decoration: underline solid var(--level) 2px; text-underline-offset: .22em;
}
mark.warning { text-decoration-style: dashed; text-decoration-thickness: 1.5px; }
mark.info { text-decoration-style: dotted; }
.caret { color: var(--level); font-size: .7em; vertical-align: -.45em; line-height: 0; }
sup {
  font: 600 .66em/1 system-ui, "Segoe UI", Roboto, sans-serif; color: var(--level);
  vertical-align: .55em; padding: 0 .12em; user-select: none; white-space: nowrap;
}
:target { outline: 2px solid var(--level); outline-offset: 2px; }
"""

PAPER_COLOURS = """\
  :root {
    color-scheme: light; --margin: 5.6cm; --paper: #fff; --desk: #fff; --ink: #000; --quiet: #444;
    --rule: #bbb; --error: #a8201a; --warning: #8a5200; --info: #22568f;
    --error-wash: #fbe3e0; --warning-wash: #fbecd0; --info-wash: #e2edf8;
  }
"""
