"""The documents that git knows as changed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from checker.errors import InputError
from checker.files import is_document
from checker.reading.office_program import find_program

_NO_RENAMES = ("--no-renames", "--diff-filter=d")  # a renamed file is a new one; none that is gone
_DIFF = ("diff", "--name-only", "-z", "--no-ext-diff", "--relative", *_NO_RENAMES)
_UNTRACKED = ("ls-files", "-z", "--others", "--exclude-standard")
_ALL = (*_UNTRACKED, "--cached")
# set by git in a hook: they make a folder within the work tree pass for the whole of it
_OF_HOOKS = frozenset(("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"))


def changed_files(paths: Sequence[str], rev: str = "HEAD") -> list[str]:
    """Return the documents under ``paths`` (files or folders; the working folder when there are
    none) that are not as in the revision ``rev``: staged, changed since, or untracked and not
    ignored. Before the first commit all are.

    In folders, what counts as a document is as in :func:`checker.files.expand`; a file that is
    named counts whatever its name. Raises InputError: ``no-git``, ``no-repository``,
    ``unknown-rev``, ``git-failed``, and ``no-such-file`` or ``no-path`` for one of ``paths``.
    """
    program = find_program("git")
    if program is None:
        raise InputError("no-git")
    files: dict[str, None] = {}
    for path in paths or (".",):
        folder, within = _place(path)
        for name in _Repository(program, folder).changed(within, rev):
            file = Path(folder, os.fsdecode(name))
            if file.is_file() and (within != "." or _is_document(os.fsdecode(name))):
                files[str(file)] = None
    return sorted(files)


def _place(path: str) -> tuple[Path, str]:
    """The folder in which git is asked, and what of it: ``.`` or a file's name."""
    if not path:
        raise InputError("no-path", path=path)
    place = Path(path)
    if place.is_dir():
        return place, "."
    if not place.exists():
        raise InputError("no-such-file", path=path)
    return place.parent, place.name


def _is_document(name: str) -> bool:
    *_, last = parts = PurePosixPath(name).parts
    return is_document(last) and not any(part.startswith(".") for part in parts)


class _Repository:
    """The git repository around a folder, asked by the program git."""

    def __init__(self, program: str, folder: Path) -> None:
        self._program = program
        self._folder = folder

    def changed(self, within: str, rev: str) -> Iterator[bytes]:
        """Yield the names, from the folder, of what is not as in ``rev``. Raises InputError."""
        self._run("rev-parse", "--show-toplevel")
        commit = self._commit(rev)
        if commit is None and rev == "HEAD":
            yield from self._names(*_ALL, "--", within)
            return
        if commit is None:
            raise InputError("unknown-rev", rev=rev)
        yield from self._names(*_DIFF, commit, "--", within)
        yield from self._names(*_DIFF, "--cached", commit, "--", within)
        yield from self._names(*_UNTRACKED, "--", within)

    def _commit(self, rev: str) -> str | None:
        """The id of the commit that ``rev`` names, or None. What looks like an option or holds
        what no name may is never shown to git."""
        if rev.startswith("-") or "\0" in rev:
            return None
        done = self._git("rev-parse", "--verify", "--quiet", f"{rev}^{{commit}}")
        return done.stdout.decode("ascii").strip() if done.returncode == 0 else None

    def _names(self, *arguments: str) -> list[bytes]:
        return [name for name in self._run(*arguments).split(b"\0") if name]

    def _run(self, *arguments: str) -> bytes:
        """What git answers. Raises InputError ``no-repository``, ``git-failed``."""
        done = self._git(*arguments)
        if done.returncode == 0:
            return done.stdout
        reason = " ".join(done.stderr.decode("utf-8", "replace").split())
        code = "no-repository" if "not a git repository" in reason else "git-failed"
        raise InputError(code, path=self._folder, reason=reason or f"exit {done.returncode}")

    def _git(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """Run git in the folder; it takes no locks and says what is wrong in English."""
        command = [self._program, "--literal-pathspecs", "-C", str(self._folder), *arguments]
        kept = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS}
        environment = kept | {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
        try:
            return subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                env=environment,
                check=False,
            )
        except OSError as error:
            reason = error.strerror or str(error)
            raise InputError("git-failed", path=self._folder, reason=reason) from None
