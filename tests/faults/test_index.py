"""What the index does when something goes wrong on its disk: it says so, serves what is whole, and can be mended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.errors import IndexUnavailable, InvalidQuote
from index import Entry, SearchRequest, build, open_index, search, update, verify_generation
from index import generations as disk
from tests.index.invented import Invented, entries, entry, gone, numbers


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """An index of two quotes in its first generation, of three in its second."""
    build(tmp_path / "index", entries("the old pier", "the old mill"), sequence=2)
    build(tmp_path / "index", entries("the old pier", "the old mill", "the old mint"), sequence=3)
    return tmp_path / "index"


def current(directory: Path) -> Path:
    return directory / disk.read_current(directory)[0]


def segment(directory: Path) -> Path:
    return next(current(directory).glob("*.postings"))


def found(directory: Path, q: str = "old") -> list[int]:
    index = open_index(directory)
    answer = search(index, SearchRequest(q))
    index.close()
    return sorted(numbers(hit.id for hit in answer.hits))


def test_an_index_at_which_one_may_not_look_is_not_called_missing(tmp_path: Path) -> None:
    with pytest.raises(IndexUnavailable, match="cannot be looked at"):
        found(tmp_path / ("x" * 300))


# ------------------------------------------------------------------------------------------------ damage


def truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def flip_a_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "a truncated segment": lambda directory: truncate(segment(directory)),
    "a missing segment": lambda directory: segment(directory).unlink(),
    "a truncated manifest": lambda directory: truncate(current(directory) / disk.MANIFEST),
    "a changed manifest": lambda directory: flip_a_bit(current(directory) / disk.MANIFEST),
    "no manifest": lambda directory: (current(directory) / disk.MANIFEST).unlink(),
    "a truncated table of contents": lambda directory: truncate(next(current(directory).glob("*.toc"))),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_damage_is_noticed_and_the_generation_before_is_served(
    directory: Path, damage: Callable[[Path], object]
) -> None:
    damage(directory)
    index = open_index(directory)
    assert index.state.quotes == 2
    assert "served instead" in (index.state.problem or "")
    assert search(index, SearchRequest("old")).total == 2


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_damage_is_noticed_by_an_index_that_is_open(directory: Path, damage: Callable[[Path], object]) -> None:
    index = open_index(directory)
    assert search(index, SearchRequest("old")).total == 3
    damage(directory)
    answer = search(index, SearchRequest("old"))
    assert (answer.total, answer.state.problem is None) == (2, False)


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_index_is_built_again_not_updated(directory: Path, damage: Callable[[Path], object]) -> None:
    damage(directory)
    with pytest.raises(IndexUnavailable, match="built again"):
        update(directory, [], sequence=4)
    build(directory, entries("the old pier", "the old mill", "the old mint"), sequence=3)
    assert open_index(directory).state.problem is None
    assert found(directory) == [1, 2, 3]


def test_a_flipped_bit_is_found_by_reading_every_byte(directory: Path) -> None:
    index = open_index(directory)
    flip_a_bit(segment(directory))
    assert verify_generation(directory) == [f"{segment(directory)}: its content has changed since it was written"]
    fresh = open_index(directory)
    fresh.verify()
    assert fresh.state.quotes == 2
    assert "has changed" in (fresh.state.problem or "")
    index.close()


def test_a_sound_index_verifies(directory: Path) -> None:
    assert verify_generation(directory) == []
    assert open_index(directory).verify()


def test_a_generation_from_before_a_withdrawal_is_never_served_again(directory: Path) -> None:
    update(directory, [gone(4, 1)], sequence=4)
    assert disk.generations(directory) == [current(directory).name]
    truncate(segment(directory))
    with pytest.raises(IndexUnavailable):
        open_index(directory)


def test_a_new_generation_keeps_none_from_before_a_withdrawal(directory: Path) -> None:
    build(directory, [*entries("the old pier", "the old mill", "the old mint"), gone(4, 1)], sequence=4)
    assert disk.generations(directory) == [current(directory).name]
    build(directory, [*entries("the old pier", "the old mill", "the old mint"), gone(4, 1)], sequence=4)
    assert len(disk.generations(directory)) == 2


def test_with_every_generation_damaged_it_says_what_is_wrong_with_each(directory: Path) -> None:
    for name in disk.read_current(directory):
        truncate(next((directory / name).glob("*.postings")))
    with pytest.raises(IndexUnavailable) as error:
        open_index(directory)
    assert all(name in str(error.value) for name in disk.read_current(directory))


def test_a_generation_of_other_code_is_never_opened(directory: Path) -> None:
    newest, before = disk.read_current(directory)
    other = newest[:-12] + "0" * 12
    (directory / newest).rename(directory / other)
    disk.write_current(directory, (other, before))
    index = open_index(directory)
    assert index.state.quotes == 2
    assert "another version of onrecord; `onrecord index` brings it up to date" in (index.state.problem or "")


# ------------------------------------------------------------------------------------------------ whose directory


def test_no_index_is_an_error_that_names_the_place(tmp_path: Path) -> None:
    with pytest.raises(IndexUnavailable, match=str(tmp_path)):
        open_index(tmp_path / "nothing")


def test_a_directory_open_to_others_is_not_read(directory: Path) -> None:
    directory.chmod(0o755)
    with pytest.raises(IndexUnavailable, match="0700, not 0755"):
        open_index(directory)
    with pytest.raises(IndexUnavailable, match="0700, not 0755"):
        update(directory, [], sequence=4)


def test_building_closes_the_directory_and_forgets_what_others_could_have_written(directory: Path) -> None:
    directory.chmod(0o777)
    build(directory, entries("the new pier"), sequence=1)
    assert directory.stat().st_mode & 0o777 == 0o700
    assert len(disk.generations(directory)) == 1
    assert found(directory, "pier") == [1]


def test_a_link_in_place_of_the_directory_is_refused(directory: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(directory)
    with pytest.raises(IndexUnavailable, match="no directory"):
        open_index(tmp_path / "link")


# ------------------------------------------------------------------------------------------------ builders that fail


def test_a_quote_that_would_harm_the_index_changes_nothing(directory: Path) -> None:
    bad = Entry(4, entry(4, 4, Invented("half a pair: \ud83d")).quote, (), b"{}")
    with pytest.raises(InvalidQuote, match="q_0004"):
        update(directory, [bad], sequence=4)
    with pytest.raises(InvalidQuote, match="q_0004"):
        build(directory, [bad], sequence=4)
    assert found(directory) == [1, 2, 3]
    assert verify_generation(directory) == []


def test_entries_that_fail_half_way_change_nothing(directory: Path) -> None:
    def failing() -> Iterator[Entry]:
        yield from entries("the old quay")
        raise RuntimeError("the record went away")

    with pytest.raises(RuntimeError):
        build(directory, failing(), sequence=9)
    assert found(directory) == [1, 2, 3]
    assert len(disk.generations(directory)) == 2


KILLED = """
import os, signal, sys
from pathlib import Path
from index import build, update, generations
from index.engines.whoosh.writing import Writer
from tests.index.invented import entries, entry, Invented

directory, work, moment = Path(sys.argv[1]), sys.argv[2], sys.argv[3]

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

if moment == "before the commit":
    import whoosh.writing
    whoosh.writing.SegmentWriter.commit = die
elif moment == "before the manifest":
    generations.write_manifest = die
elif moment == "before the switch":
    generations.write_current = die
elif moment == "before old files are deleted":
    Writer.delete_obsolete = die
new = [entry(number, number, Invented("the old kiln")) for number in range(4, 40)]
if work == "build":
    build(directory, entries("the old pier", "the old mill", "the old mint") + new, sequence=39)
else:
    update(directory, new, sequence=39)
"""

MOMENTS = [
    ("build", "before the commit", 3),
    ("build", "before the manifest", 3),
    ("build", "before the switch", 3),
    ("update", "before the commit", 3),
    ("update", "before the manifest", 3),
    ("update", "before old files are deleted", 39),
]


@pytest.mark.slow
@pytest.mark.parametrize(("work", "moment", "quotes"), MOMENTS)
def test_a_killed_builder_leaves_a_whole_state_and_the_next_one_mends(
    directory: Path, work: str, moment: str, quotes: int
) -> None:
    index = open_index(directory)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(directory), work, moment], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert search(index, SearchRequest("old")).total == quotes
    assert open_index(directory).state.problem is None
    update(directory, [entry(40, 40, Invented("the old well"))], sequence=40)
    assert search(index, SearchRequest("old")).total == (quotes + 1)
    assert verify_generation(directory) == []
    named = {disk.MANIFEST, "MAIN_WRITELOCK", *disk.read_manifest(current(directory)).files}
    assert {path.name for path in current(directory).iterdir()} <= named


ENDLESS = """
import sys
from itertools import count
from pathlib import Path
from index import build, open_index, update
from tests.index.invented import Invented, entries, entry

directory, work = Path(sys.argv[1]), sys.argv[2]
first = open_index(directory).state.sequence + 1
print("ready", flush=True)
for seq in count(first):
    if work == "build":
        build(directory, [entry(n, n, Invented("the old kiln")) for n in range(1, 40)], sequence=seq)
    else:
        update(directory, [entry(seq, seq % 40, Invented("the old kiln"))], sequence=seq)
"""


@pytest.mark.slow
def test_killed_at_any_moment_it_serves_a_whole_state(directory: Path) -> None:
    for number in range(16):
        work = "build" if number % 2 else "update"
        process = subprocess.Popen([sys.executable, "-c", ENDLESS, str(directory), work], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.01 * number)
        process.kill()
        process.communicate()
        assert open_index(directory).state.problem is None
        assert verify_generation(directory) == []


# ------------------------------------------------------------------------------------------------ many at once


@pytest.mark.slow
def test_readers_never_see_a_mixture_while_a_builder_works(directory: Path) -> None:
    """Every update replaces all three quotes at once: whoever searches finds three of one kind."""
    index = open_index(directory)
    update(directory, [gone(4, 1), gone(5, 2), gone(6, 3)], sequence=6)
    mixtures: list[object] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            answer = search(index, SearchRequest("stone OR brick"))
            payloads = {hit.payload.split(b'"seq":')[1] for hit in answer.hits}
            if answer.total not in (0, 3) or len({int(seq[:-1]) // 10 for seq in payloads}) > 1:
                mixtures.append((answer.total, payloads))

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for turn in range(1, 40):
        text = Invented(("stone", "brick")[turn % 2])
        update(directory, [entry(10 * turn + n, n, text) for n in (1, 2, 3)], sequence=10 * turn + 3)  # type: ignore[arg-type]
    done.set()
    for reader in readers:
        reader.join()
    assert mixtures == []


def test_two_updates_at_once_apply_every_change_once(directory: Path) -> None:
    made = [entry(seq, seq, Invented(f"the old wall {seq}")) for seq in range(4, 30)]
    threads = [threading.Thread(target=update, args=(directory, made), kwargs={"sequence": 29}) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found(directory, "wall")[:3] == [4, 5, 6]
    assert open_index(directory).state.quotes == 29
