"""``soat serve``: the web page, on this machine or for an office."""

from __future__ import annotations

import secrets
import socket
import threading
import webbrowser
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from checker.cli.options import config_option, lang_option
from checker.errors import InputError
from checker.phrases import say
from checker.project import Options, Project


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
@click.option("--no-browser", is_flag=True, help="Không tự mở trình duyệt.")
@config_option
@lang_option
def command(
    host: str,
    port: int,
    token: str | None,
    hosts: tuple[str, ...],
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
    import uvicorn

    from checker.reading.office_program import find_program
    from checker.server.access import Access, is_local, office_access
    from checker.server.app import Serving, make_app
    from checker.server.bench import Bench
    from checker.server.crew import Crew
    from checker.server.limits import Limits
    from checker.server.localities import Localities

    project = Project(Options(lang=lang, config=config, alone=config is None))
    settings = project.settings("")
    limits = Limits(upload=max_upload * 1_000_000, seconds=timeout)
    limits = replace(limits, workers=workers or limits.workers)
    if is_local(host):
        access = replace(Access(token=token or ""), hosts=Access().hosts | {host, *hosts})
    else:
        access = office_access(host, hosts, token or secrets.token_urlsafe(16))
    serving = Serving(
        access, limits, settings.office, settings.stage, bool(find_program("tesseract"))
    )
    crew = Crew(partial(Bench, config), limits)
    app = make_app(crew, serving, Localities(project.grammar("").gazetteer))
    with _bound(host, port) as listening:
        port = listening.getsockname()[1]
        url = f"http://{_named(host)}:{port}/"
        click.echo(say("serving", lang, url=url))
        if access.token:
            click.echo(say("serving-token", lang, token=access.token))
        if not no_browser:
            opened = f"{url}?token={access.token}" if access.token else url
            threading.Timer(1, webbrowser.open, [opened]).start()
        server = uvicorn.Server(
            uvicorn.Config(
                app,
                log_level="warning",
                access_log=False,
                server_header=False,
                timeout_keep_alive=15,
                limit_concurrency=4 * (limits.waiting + limits.workers),
                timeout_graceful_shutdown=5,
            )
        )
        server.run(sockets=[listening])


def _bound(host: str, port: int) -> socket.socket:
    """Return a socket that listens at the address. Raises InputError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError:
        listening.close()
        raise InputError("port-taken", port=port, other=port + 1) from None
    return listening


def _named(host: str) -> str:
    if host in ("0.0.0.0", "::"):
        return socket.gethostname()
    return f"[{host}]" if ":" in host else host
