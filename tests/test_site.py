"""The help site: it is built without a warning, loads nothing from elsewhere, is searched without
diacritics, and shows what the program prints."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from checker.ruleset import load_rules
from tests.cli.test_commands import soat

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
FIRST_RULE = DOCS / "rule-writers" / "first-rule.md"
CHROMIUM = shutil.which("chromium")
LOADING = {"img": "src", "script": "src", "iframe": "src", "source": "src", "link": "href"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("material", reason="the site needs mkdocs-material: pip install '.[docs]'")
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


class _Loaded(HTMLParser):
    """Collects the addresses that a page loads by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        address = given.get(LOADING.get(tag, ""))
        if address and given.get("rel") != "canonical":
            self.addresses.append(address)


def test_pages_load_nothing_from_elsewhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 40
    for page in pages:
        loaded = _Loaded()
        loaded.feed(page.read_text(encoding="utf-8"))
        assert loaded.addresses, page
        assert [one for one in loaded.addresses if re.match(r"\w+:|//", one)] == [], page
    for sheet in site.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert not re.search(r"(?:url\(|@import)[\s\"']*(?:https?:)?//", text), sheet


@pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")
def test_site_opens_from_its_files_and_is_searched_without_diacritics(site: Path) -> None:
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto((site / "index.html").as_uri())
        page.fill(".md-search__input", "cai dat")
        first = page.locator(".md-search-result__article h1").first
        assert first.inner_text(timeout=15_000) == "Cài đặt trên Windows"
        page.fill(".md-search__input", "đặt nhầm dấu hỏi hoàn tác")
        page.wait_for_function("document.querySelector('.md-search-result mark')")
        browser.close()
    assert {address.partition(":")[0] for address in asked} == {"file"}


def _blocks(page: Path, language: str) -> list[str]:
    text = page.read_text(encoding="utf-8")
    found = re.findall(rf"^( *)```{language}\n(.*?)^ *```", text, re.DOTALL | re.MULTILINE)
    return [re.sub(f"^{indent}", "", block, flags=re.MULTILINE) for indent, block in found]


def test_first_rule_goes_as_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rule, pattern, settings = _blocks(FIRST_RULE, "yaml")
    _, failing, sound, mistake, plan, found = _blocks(FIRST_RULE, "text")
    path = tmp_path / "quy-tac" / "units" / "trung-tam-phuc-vu.yml"
    path.parent.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    path.write_text(rule, encoding="utf-8")
    assert soat("rules", "test", "quy-tac", "--lang", "en").stdout == failing
    path.write_text(rule.replace("triggers:", "trigger:"), encoding="utf-8")
    assert soat("rules", "test", "quy-tac", "--lang", "en").stderr == mistake
    path.write_text(re.sub(r"^pattern: .*\n", pattern, rule, flags=re.MULTILINE), encoding="utf-8")
    assert soat("rules", "test", "quy-tac", "--lang", "en").stdout == sound
    Path("soat.yml").write_text(settings, encoding="utf-8")
    Path("ke-hoach.txt").write_text(plan, encoding="utf-8")
    select = "units/trung-tam-phuc-vu"
    assert soat("check", "--lang", "en", "--select", select, "ke-hoach.txt").stdout == found


def test_the_finding_followed_is_real() -> None:
    (code,) = _blocks(DOCS / "developers" / "finding.md", "python")
    (printed,) = _blocks(DOCS / "developers" / "finding.md", "text")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert [line.strip() for line in done.stdout.splitlines()] == [
        line.strip() for line in printed.splitlines()
    ]


def test_what_init_and_audit_print_is_real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plans = tmp_path / "plans"
    plans.mkdir()
    shutil.copy(ROOT / "fixtures" / "seeds" / "nhi-chieu.txt", plans)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.chdir(plans)
    assert soat("init", "--yes").stdout in _blocks(DOCS / "clerks" / "soat-yml.md", "text")
    for name in ("binh-thanh", "hung-dao", "thanh-mien"):
        shutil.copy(ROOT / "fixtures" / "seeds" / f"{name}.txt", plans)
    (plans / "soat.yml").unlink()
    superior = str(ROOT / "fixtures" / "seeds" / "ban-tuyen-giao-hai-phong.txt")
    told = ["--expect", "communes-of", "Hải Phòng", "--due", "31/3/2026"]
    printed = soat("audit", ".", "--against", superior, *told, "-o", str(tmp_path / "out")).stdout
    (shown,) = _blocks(DOCS / "supervisors" / "ra-soat.md", "text")
    assert printed.startswith(shown)
    compared = soat("compare", "nhi-chieu.txt", "hung-dao.txt").stdout
    (shown,) = _blocks(DOCS / "supervisors" / "so-sanh.md", "text")
    assert shown in compared


def test_common_mistakes_are_examples_of_their_rules() -> None:
    rules = load_rules(ROOT / "rules")
    text = (DOCS / "clerks" / "loi-hay-gap.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+) \| (.+) \| \[(.+)\]\(\.\./rules/(\w+)\.md#", text, re.MULTILINE)
    assert len(rows) > 40
    for wrong, right, title, group in rows:
        files = [
            one.path for one in rules if one.group == group and one.common.title["vi"] == title
        ]
        assert files, title
        if "**" not in wrong:
            continue  # something missing, told in words
        examples = yaml.safe_load(Path(files[0]).read_text(encoding="utf-8"))["examples"]
        fails = [one for one in examples if "fail" in one]
        sentence = wrong.replace("**", "")
        (example,) = [one for one in fails if sentence in re.sub("[«»]", "", one["fail"])]
        assert right in example.get("fix", right), title
