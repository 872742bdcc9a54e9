"""JUnit XML: each file a suite of tests, each finding a test.

Only findings that make the command fail are failures; the others are tests that pass, with what
they say as their output. What was not run is a skipped test, as not run is not passed.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter

from checker.file_report import FileReport
from checker.finding import LEVELS, Finding
from checker.phrases import say
from checker.reporting.locations import in_words, posix_path
from checker.reporting.remarks import remarks
from checker.reporting.run import Run
from checker.reporting.sound_text import for_xml

_SUMS = ("tests", "failures", "errors", "skipped")


def render(run: Run) -> bytes:
    """Return all files as ``testsuites``, times told as nought."""
    root = ET.Element("testsuites", name="soat")
    for report in run.reports:
        root.append(_suite(report, run))
    for name in _SUMS:
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    root.set("time", "0")
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _suite(report: FileReport, run: Run) -> ET.Element:
    suite = _Suite(posix_path(report.path))
    if report.error:
        said = report.error.message(run.lang)
        _say(suite.case(say("readable", run.lang)), "error", said, report.error.code)
    for finding in report.findings:
        _finding(suite, finding, report.fail_on, run.lang)
    notes = "\n".join(remark.words for remark in remarks(report, run.lang))
    if notes:
        _say(suite.case(say("not-run", run.lang)), "skipped", notes)
    if not (report.error or report.findings or report.left_out):
        suite.case(say("nothing-new" if report.unchanged else "nothing-found", run.lang))
    return suite.element()


class _Suite:
    """The tests of one file, no two of the same name."""

    def __init__(self, name: str) -> None:
        self.name = for_xml(name)
        self._cases: list[ET.Element] = []
        self._named: Counter[str] = Counter()

    def case(self, name: str) -> ET.Element:
        """Add a test and return it."""
        name = for_xml(name)
        self._named[name] += 1
        if self._named[name] > 1:
            name += f" #{self._named[name]}"
        case = ET.Element("testcase", name=name, classname=self.name, file=self.name, time="0")
        self._cases.append(case)
        return case

    def element(self) -> ET.Element:
        sums = {
            "tests": len(self._cases),
            "failures": self._with("failure"),
            "errors": self._with("error"),
            "skipped": self._with("skipped"),
        }
        told = {name: str(count) for name, count in sums.items()}
        suite = ET.Element("testsuite", {"name": self.name, **told, "time": "0"})
        suite.extend(self._cases)
        return suite

    def _with(self, tag: str) -> int:
        return sum(case.find(tag) is not None for case in self._cases)


def _finding(suite: _Suite, finding: Finding, fail_on: str, lang: str) -> None:
    place = finding.place
    case = suite.case(f"{finding.rule} {place.line}:{place.column}")
    details = (
        f"{say(f'level-{finding.level}', lang)}: {finding.message}",
        in_words(finding, lang),
        say("note-basis", lang, basis=finding.basis, rule=finding.rule),
    )
    told = "\n".join(line for line in details if line)
    if fail_on != "never" and LEVELS.index(finding.level) >= LEVELS.index(fail_on):
        _say(case, "failure", finding.message, finding.level).text = for_xml(told)
    else:
        ET.SubElement(case, "system-out").text = for_xml(told)


def _say(case: ET.Element, tag: str, message: str, kind: str = "") -> ET.Element:
    told = ET.SubElement(case, tag, message=for_xml(message))
    if kind:
        told.set("type", kind)
    return told
