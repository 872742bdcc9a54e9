"""``soat serve``: the web page, on this machine or for an office."""

from __future__ import annotations

import secrets
import socket
import threading
import webbrowser
from functools import partial
from pathlib import Path
from urllib.parse import quote

import click

from checker.cli.options import config_option, lang_option
from checker.config import find_config
from checker.errors import InputError
from checker.phrases import say
from checker.project import Options, Project

_EVERYWHERE = ("0.0.0.0", "::")


@click.command("serve")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ĐỊA_CHỈ",
    help=("Địa chỉ nhận yêu cầu; 0.0.0.0 để cả cơ quan dùng chung (khi đó cần mã truy cập)."),
)
@click.option(
    "--port",
    default=8080,
    show_default=True,
    type=click.IntRange(0, 65535),
    metavar="CỔNG",
    help="Cổng; 0 để tự chọn cổng còn trống.",
)
@click.option(
    "--token",
    metavar="MÃ",
    envvar="SOAT_TOKEN",
    help="Mã truy cập (mặc định: tự tạo khi dùng chung).",
)
@click.option(
    "--allow-host",
    "hosts",
    multiple=True,
    metavar="TÊN",
    help="Tên mà máy khác dùng để gọi máy chủ này, ví dụ soat.haiphong.local.",
)
@click.option(
    "--max-upload",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    metavar="MB",
    help="Kích thước lớn nhất của một lần gửi.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=1),
    default=60,
    show_default=True,
    metavar="GIÂY",
    help="Thời gian nhiều nhất để soát một văn bản.",
)
@click.option(
    "--workers",
    "-j",
    type=click.IntRange(min=1),
    metavar="N",
    help="Số tiến trình soát cùng lúc (mặc định: số lõi của máy).",
)
@click.option(
    "--proxy",
    "proxies",
    multiple=True,
    metavar="ĐỊA_CHỈ",
    help="Địa chỉ của máy chủ trung gian (reverse proxy) đứng trước, mà X-Forwarded-* được tin.",
)
@click.option("--no-browser", is_flag=True, help="Không tự mở trình duyệt.")
@config_option
@lang_option
def command(
    host: str,
    port: int,
    token: str | None,
    hosts: tuple[str, ...],
    proxies: tuple[str, ...],
    max_upload: int,
    timeout: float,
    workers: int | None,
    no_browser: bool,
    config: Path | None,
    lang: str,
) -> None:
    """Mở trang web soát văn bản: thả tệp vào trang, xem chỗ sai, tải về bản có nhận xét.

    Chỉ dùng được trên máy này, trừ khi có --host. Không lưu lại tệp nào. Nhấn Ctrl+C để dừng.
    """
    from checker.reading.office_program import find_program
    from checker.server.access import SHORTEST, Access, is_local, office_access
    from checker.server.app import Serving, make_app
    from checker.server.bench import Bench
    from checker.server.crew import Crew
    from checker.server.limits import Limits
    from checker.server.localities import Localities
    from checker.server.running import listen, run

    if token and len(token) < SHORTEST:
        raise InputError("short-token", least=SHORTEST)
    config = config or find_config("-")
    project = Project(Options(lang=lang, config=config, alone=config is None))
    settings = project.settings("")
    limits = Limits(
        upload=max_upload * 1_000_000,
        held=max(Limits.held, 2 * max_upload * 1_000_000),
        seconds=timeout,
        scan_seconds=max(Limits.scan_seconds, timeout),
        workers=workers or Limits.workers,
    )
    known = token or ("" if is_local(host) else secrets.token_urlsafe(16))
    if is_local(host):
        access = Access(Access().hosts | {host.lower(), *map(str.lower, hosts)}, token=known)
    else:
        access = office_access(host, hosts, known)
    with listen(host, port) as listening:
        port = listening.getsockname()[1]
        click.echo(say("serving", lang, url=_url(host, port)))
        if config:
            click.echo(say("serving-config", lang, path=config))
        if known and not token:  # one that was given is not for the log of a service
            link = _url(host, port, known)
            click.echo(say("serving-token", lang, token=known, link=link))
        if not no_browser:
            here = "127.0.0.1" if host in _EVERYWHERE else host
            opening = threading.Thread(target=webbrowser.open, args=[_url(here, port, known)])
            opening.daemon = True
            opening.start()  # the page comes when the server is ready
        ocr = bool(find_program("tesseract"))
        serving = Serving(access, limits, settings.office, settings.stage, ocr)
        crew = Crew(partial(Bench, config), limits)
        app = make_app(crew, serving, Localities(project.grammar("").gazetteer))
        run(app, crew, listening, proxies)


def _url(host: str, port: int, token: str = "") -> str:
    """The address of the page, by the machine's name where it listens everywhere."""
    named = socket.gethostname() if host in _EVERYWHERE else host
    named = f"[{named}]" if ":" in named else named
    return f"http://{named}:{port}/" + (f"?token={quote(token, safe='')}" if token else "")
