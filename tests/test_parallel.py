"""Several processes say the same as one, in the same order, and outlive what one file does."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from unittest.mock import Mock

import pytest

from checker import parallel
from checker.errors import ConfigError, InputError
from checker.file_report import FileReport
from checker.parallel import FROM, cores, processes_for, work_apart


def make_check(deadly: str) -> Callable[[str], FileReport]:
    def check(path: str) -> FileReport:
        if path == deadly:
            os._exit(9)
        if path == "soat.yml":
            raise ConfigError("not-a-mapping", path=path, line=1, excerpt="- a")
        return FileReport(path, f"process {os.getpid()}")

    return check


def failed(path: str) -> FileReport:
    return FileReport(path, "draft", error=InputError("process-ended", path=path))


def told(paths: list[str], processes: int, deadly: str = "") -> list[FileReport]:
    return list(work_apart(paths, partial(make_check, deadly), processes, failed))


def test_reports_come_in_the_order_of_the_files() -> None:
    paths = [f"{number}.txt" for number in range(12)]
    reports = told(paths, 2)
    assert [report.path for report in reports] == paths
    assert len({report.stage for report in reports}) == 2


def test_a_file_that_ends_its_process_does_not_stop_the_others() -> None:
    paths = [f"{number}.txt" for number in range(6)]
    reports = told(paths, 2, deadly="3.txt")
    assert [report.path for report in reports] == paths
    assert [report.path for report in reports if report.error] == ["3.txt"]
    assert "thiếu bộ nhớ" in str(reports[3].error and reports[3].error.message())


def test_a_mistake_in_the_configuration_ends_all() -> None:
    with pytest.raises(ConfigError):
        told(["a.txt", "soat.yml", "b.txt"], 2)


def test_whom_nobody_asks_any_more_ends_without_a_word() -> None:
    asked = Mock(spec=Connection)
    asked.recv.return_value = "a.txt"
    asked.send.side_effect = BrokenPipeError
    before = signal.getsignal(signal.SIGINT)
    try:
        parallel._serve(asked, partial(make_check, ""))
    finally:
        signal.signal(signal.SIGINT, before)
    assert asked.send.call_count == 1


def make_check_of_signals() -> Callable[[str], FileReport]:
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, ())  # as it was when the process began
    return lambda path: FileReport(path, str(signal.SIGINT in blocked))


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="not on Windows")
def test_ctrl_c_is_for_the_first_process_alone() -> None:
    reports = list(work_apart(["a.txt", "b.txt"], make_check_of_signals, 2, failed))
    assert [report.stage for report in reports] == ["True", "True"]
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_one_process_for_few_files_and_one_a_core_for_many() -> None:
    assert processes_for(FROM - 1, None) == 1
    assert processes_for(FROM, None) == min(cores(), 5)
    assert processes_for(FROM, 3) == 3
    assert processes_for(2, 8) == 2
    assert processes_for(0, 4) == 1
