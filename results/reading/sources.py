"""Sources → what is in them: folders, zips, files, record stores; doubles and foreign files."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from results.reading.known import Known
from results.reading.marked import read_marked
from results.reading.merging import Merging
from results.reading.names import disk_name, member_name
from results.reading.plain_json import UnusableError, check_size, parse
from results.reading.records import FORMAT, read_record
from results.reading.statements import Statements
from results.reading.store import read_store, without_secrets
from results.reading.tally import Tally
from results.responses import Doubt, Gathered, Problem, Response, learner_name, visible

#: A full record is some 200 KB.
_LARGEST: Final = 200_000_000
_MOST_MEMBERS: Final = 200_000
#: Entries of a list that are looked at: one of them must be a statement.
_FIRST: Final = 10
_CACHED: Final = "__MACOSX"
_FOREIGN: Final = "不是学习记录、成绩.xlsx 或 Parquet；请从文件夹里拿走，或核对文件"
#: What lies beside a marked paper and holds nothing more.
_BESIDE: Final = {".csv", ".pdf"}
_MARKED: Final = ".xlsx"


class Reader:
    """Reads sources into one heap.

    Parameters
    ----------
    known
        The course.
    key
        ``name:secret`` for record stores.
    named
        Whether messages may say what files are called, and what stands in them: that is what
        people are called. If not, they count: the second source, the third file in it.
    """

    def __init__(self, known: Known, key: str = "", *, named: bool = True) -> None:
        self.known, self.key, self.named = known, key, named
        self.gathered = Gathered()
        self._digests: dict[bytes, str] = {}
        self._merging = Merging(self.gathered)
        self._sources = 0
        self._papers: dict[str, str] = {}

    def read(self, source: str) -> None:
        """Read a source: an address, a folder, a file.

        Parameters
        ----------
        source
            As on the command line.
        """
        self._sources += 1
        count = "" if self.named else f"第 {self._sources} 个来源"
        is_store = source.startswith(("http://", "https://"))
        shown = count or visible(disk_name(without_secrets(source) if is_store else source))
        if is_store:
            self._guarded(
                shown, lambda: self._keep(read_store(source, self.key, self.known), shown)
            )
        else:
            self._guarded(shown, lambda: self._path(Path(source), count))

    def finish(self) -> Gathered:
        """Give all that was read."""
        self.gathered.responses = self._merging.finish()
        return self.gathered

    def _path(self, path: Path, count: str) -> None:
        if path.is_dir():
            self._folder(path, count)
        elif path.is_file():
            self._file(path, count or visible(disk_name(path.name)), "")
        else:
            raise UnusableError("没有这个文件或文件夹；请核对路径")

    def _folder(self, folder: Path, count: str) -> None:
        files = sorted(
            path
            for path in folder.rglob("*")
            if path.is_file() and not _is_hidden(path.relative_to(folder))
        )
        for number, path in enumerate(files, start=1):
            within = PurePosixPath(*map(disk_name, path.relative_to(folder).parts))
            if path.suffix.lower() in _BESIDE and path.with_name("成绩.xlsx") in files:
                continue
            unit = "" if len(within.parts) == 1 else learner_name(within.parts[-2])
            shown = f"{count}里的第 {number} 个文件" if count else visible(str(within))
            self._file(path, shown, unit)

    def _file(self, path: Path, shown: str, unit: str) -> None:
        def read() -> None:
            if path.suffix.lower() == ".parquet":
                self._parquet(path, shown)
                return
            if path.stat().st_size > _LARGEST:
                raise UnusableError("文件太大，不是课程导出的；请核对文件")
            name = PurePosixPath(disk_name(path.name))
            self._content(path.read_bytes(), name, shown, unit)

        self._guarded(shown, read)

    def _parquet(self, path: Path, shown: str) -> None:
        with path.open("rb") as opened:
            # Whether it can be used is seen later: it is no double of what is read by other means.
            digest = b"parquet" + hashlib.file_digest(opened, "sha256").digest()
        if not self._is_double(digest, shown):
            self.gathered.tables.append((path, shown))
            self._digests[digest] = shown

    def _content(self, data: bytes, name: PurePosixPath, shown: str, unit: str) -> None:
        digest = hashlib.sha256(data).digest()
        if not self._is_double(digest, shown):
            self._use(data, name, shown, unit)
            # Of what was refused, the same may come under a better name.
            self._digests[digest] = shown

    def _use(self, data: bytes, name: PurePosixPath, shown: str, unit: str) -> None:
        suffix = name.suffix.lower()
        if suffix == ".zip":
            self._zip(data, shown)
        elif suffix == _MARKED:
            paper = self._paper(learner_name(name.stem))
            self._keep(read_marked(data, paper, shown, self.known), shown)
        elif suffix == ".csv":
            raise UnusableError("成绩.csv 里没有题目的编号；请用阅卷时一同得到的成绩.xlsx")
        elif suffix in {".json", ".jsonl", ".txt"}:
            self._json(data, learner_name(name.stem), shown, unit)
        else:
            raise UnusableError(_FOREIGN)

    def _paper(self, name: str) -> str:
        """Give what a paper is called that does not say it itself."""
        if self.named:
            return name
        return self._papers.setdefault(name, f"没有名称的试卷 {len(self._papers) + 1}")

    def _json(self, data: bytes, name: str, shown: str, unit: str) -> None:
        check_size(data)
        try:
            parsed = parse(data)
        except UnusableError:
            end = data.find(b"\n")
            if end < 0 or not _is_object(data[:end]):
                raise
            # Line by line: all of them at once are several times as large.
            self._statements(map(_parsed, io.BytesIO(data)), shown)
            return
        if isinstance(parsed, dict) and parsed.get("format") == FORMAT:
            if not name:
                raise UnusableError("文件名里看不出是谁；请改成学员的姓名")
            self._keep(read_record(parsed, (unit, name), shown, self.known), shown)
        elif isinstance(parsed, dict) and isinstance(parsed.get("statements"), list):
            self._listed(parsed["statements"], shown)
        elif isinstance(parsed, list):
            self._listed(parsed, shown)
        elif isinstance(parsed, dict) and "actor" in parsed and "verb" in parsed:
            self._statements([parsed], shown)
        else:
            raise UnusableError(_FOREIGN)

    def _listed(self, given: list[Any], shown: str) -> None:
        if given and not any(isinstance(one, dict) for one in given[:_FIRST]):
            raise UnusableError(_FOREIGN)
        self._statements(given, shown)

    def _statements(self, given: Iterable[Any], shown: str) -> None:
        statements = Statements(shown, self.known)
        self._keep(chain(statements.take(given), statements.responses()), shown)

    def _zip(self, data: bytes, shown: str) -> None:
        try:
            archive = ZipFile(io.BytesIO(data))
        except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnusableError("不是完好的 .zip；请重新打包") from error
        with archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
            if len(members) > _MOST_MEMBERS:
                raise UnusableError("里面的文件太多，没有读；请分成几个")
            named = [(one, PurePosixPath(member_name(one))) for one in members]
            kept = [
                (one, name)
                for one, name in named
                if _CACHED not in name.parts and not name.name.startswith(".")
            ]
            for number, (member, name) in enumerate(kept, start=1):
                within = f"{shown} 里的 {visible(str(name))}"
                if not self.named:
                    within = f"{shown}里的第 {number} 个文件"
                unit = learner_name(name.parts[-2]) if len(name.parts) > 1 else ""
                read = partial(self._member, archive, member, name, within, unit)
                self._guarded(within, read)

    def _member(
        self, archive: ZipFile, member: ZipInfo, name: PurePosixPath, shown: str, unit: str
    ) -> None:
        if name.suffix.lower() in {".zip", ".parquet"}:
            raise UnusableError("压缩包里不读压缩包和 Parquet；请先解开")
        try:
            with archive.open(member) as opened:
                data = opened.read(_LARGEST + 1)
        except Exception as error:  # a hostile zip fails in any way
            raise UnusableError("解不开，可能加了密码或已损坏；请重新打包") from error
        if len(data) > _LARGEST:
            raise UnusableError("展开以后太大，没有读；请核对文件")
        self._content(data, name, shown, unit)

    def _is_double(self, digest: bytes, shown: str) -> bool:
        earlier = self._digests.get(digest)
        if earlier is None:
            return False
        place = f"（与 {earlier} 一字不差）"
        self.gathered.problems.append(
            Problem(shown, place, "是同一份，只计括号里的那一个；不是同一个人的，请重新收")
        )
        return True

    def _keep(self, found: Iterable[Response | Problem], shown: str) -> None:
        """Keep what a file gives, all of it or nothing: a part of a class would mislead."""
        rows: list[Response] = []
        doubts: list[Doubt] = []
        tally = Tally(shown, named=self.named)
        try:
            for one in found:
                if isinstance(one, Doubt):
                    doubts.append(one)
                elif isinstance(one, Problem):
                    tally.add(one)
                else:
                    rows.append(one)
        finally:
            self.gathered.problems += tally.problems()
        self.gathered.doubts += doubts
        self.gathered.files += bool(rows) or not tally
        for row in rows:
            self._merging.add(row, (self._sources, shown), named=self.named)

    def _guarded(self, shown: str, read: Callable[[], None]) -> None:
        try:
            read()
        except UnusableError as error:
            self._leave_out(shown, str(error), error.place)
        except OSError as error:
            self._leave_out(shown, f"打不开（{error.strerror or '读不出'}）；请核对文件")
        except Exception as error:  # ruff: ignore[blind-except] (what nobody has foreseen costs this source alone)
            self._leave_out(shown, f"读不下去（{type(error).__name__}）；请核对文件，或者重新导出")

    def _leave_out(self, shown: str, message: str, place: str = "", count: int = 1) -> None:
        # A place may be what stands in a file.
        self.gathered.problems.append(Problem(shown, place if self.named else "", message, count))


def _is_hidden(within: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in within.parts)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _parsed(line: bytes) -> Any:
    try:
        return parse(line)
    except UnusableError:
        return None
