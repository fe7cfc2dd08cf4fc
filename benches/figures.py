#!/usr/bin/env python3
"""Measures knownow in a terminal beside other programs, and prints the tables of docs/performance.md.

    benches/figures.py              builds in release, measures, prints the tables
    benches/figures.py --write      puts them into docs/performance.md as well
    benches/figures.py --quick      one round and no benches, to see whether everything runs
    benches/figures.py --no-benches the first table only; each bench is a release build of its own
    benches/figures.py --knownow P --minimal P     measures these programs and builds nothing
    benches/figures.py --also NAME COMMAND KEYS    measures one more program; KEYS, such as "i" or "\\x1b", come before
                                                   typing, and {home} in COMMAND is the folder it runs in

Linux, Python 3.9 or later, nothing else. nano and vim are measured where they are installed. Every program runs in a
pseudo-terminal of 120x36 with a home of its own; nothing else should run on the machine meanwhile.
"""

import argparse
import fcntl
import glob
import os
import pathlib
import re
import select
import shlex
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
import uuid

TOP = pathlib.Path(__file__).resolve().parent.parent
DOCUMENT = TOP / "docs" / "performance.md"
MARKS = ("<!-- figures -->\n", "<!-- end of figures -->")
WHO = "Head of School B"
QUIET = 0.15  # seconds without output, after which a screen is taken for complete
BETWEEN_KEYS = 0.015
LONGEST_KEY = 0.4  # seconds after which a key is taken to show nothing
KEYS = 200
BURST = ("every pupil answers on a board " * 20)[:600].encode()
IDLE = 10  # seconds
SAVES = 7


class Terminal:
    """A program in a pseudo-terminal."""

    def __init__(self, argv, home, extra):
        self.ours, theirs = os.openpty()
        fcntl.ioctl(self.ours, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
        env = {"PATH": os.environ["PATH"], "HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8", **extra}
        self.began = time.monotonic()
        self.child = subprocess.Popen(
            argv,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=home,
            env=env,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(theirs)

    def send(self, data):
        os.write(self.ours, data)

    def read(self, quiet, limit=10.0, first_within=None):
        """What comes until nothing comes for so long: the bytes, and when the first and the last of them came."""
        shown, first, last = b"", None, None
        ends = time.monotonic() + limit
        while time.monotonic() < ends:
            patience = quiet if first or first_within is None else first_within
            ready, _, _ = select.select([self.ours], [], [], patience)
            if not ready:
                break
            try:
                piece = os.read(self.ours, 65536)
            except OSError:
                break
            if not piece:
                break
            last = time.monotonic()
            first = first or last
            shown += piece
        return shown, first, last

    def tasks(self, name):
        for path in glob.glob(f"/proc/{self.child.pid}/task/*/{name}"):
            try:
                yield pathlib.Path(path).read_text()
            except OSError:
                continue  # a thread that has just ended

    def cpu(self):
        """Milliseconds of all threads."""
        return sum(int(text.split()[0]) for text in self.tasks("schedstat")) / 1e6

    def wake_ups(self):
        found = (re.search(r"^voluntary_ctxt_switches:\s+(\d+)", text, re.M) for text in self.tasks("status"))
        return sum(int(number.group(1)) for number in found if number)

    def settle(self):
        """Waits until what the start has set going is done."""
        for _ in range(40):
            cpu = self.cpu()
            self.read(0.5, 0.5)
            if self.cpu() - cpu < 1:
                return

    def memory(self):
        """MiB in memory."""
        text = pathlib.Path(f"/proc/{self.child.pid}/status").read_text()
        return int(re.search(r"^VmRSS:\s+(\d+)", text, re.M).group(1)) / 1024

    def end(self):
        self.child.kill()
        self.child.wait()
        os.close(self.ours)


class Program:
    """A program to be measured: how it is started, what comes before typing, and how it saves into which file."""

    def __init__(self, name, argv, home, before=b"", save=b"", after_save=b"", file=None, extra=None):
        self.name, self.argv, self.home = name, argv, home
        self.before, self.save, self.after_save = before, save, after_save
        self.file, self.extra = file, extra or {}
        self.seen = {}

    def note(self, what, value):
        self.seen.setdefault(what, []).append(value)

    def start(self):
        terminal = Terminal(self.argv, self.home, self.extra)
        _, _, last = terminal.read(0.4)
        if last is None or terminal.child.poll() is not None:
            terminal.end()
            raise SystemExit(f"{self.name} did not start: {' '.join(self.argv)}")
        self.note("first", (last - terminal.began) * 1000)
        self.note("first_cpu", terminal.cpu())
        if self.before:
            terminal.send(self.before)
            terminal.read(QUIET)
        return terminal

    def round(self):
        terminal = self.start()
        try:
            self.type_keys(terminal)
            self.type_at_once(terminal)
            self.note("memory", terminal.memory())
            self.stay_idle(terminal)
            if self.save:
                for nth in range(SAVES):
                    self.save_once(terminal, nth)
        finally:
            terminal.end()

    def type_keys(self, terminal):
        terminal.settle()
        cpu, sent, waits = terminal.cpu(), 0, []
        for nth in range(KEYS):
            pressed = time.monotonic()
            terminal.send(b"abcdefghij"[nth % 10 : nth % 10 + 1])
            shown, first, _ = terminal.read(BETWEEN_KEYS, 1.0, LONGEST_KEY)
            if first is not None:
                waits.append((first - pressed) * 1000)
                sent += len(shown)
        self.note("key", statistics.median(waits))
        self.note("key_cpu", (terminal.cpu() - cpu) / KEYS * 1000)
        self.note("key_bytes", sent / KEYS)
        self.note("key_unseen", KEYS - len(waits))

    def type_at_once(self, terminal):
        pressed = time.monotonic()
        terminal.send(BURST)
        _, _, last = terminal.read(QUIET, first_within=1.0)
        if last is not None:
            self.note("burst", (last - pressed) * 1000)

    def stay_idle(self, terminal):
        terminal.settle()
        cpu, wakes, began = terminal.cpu(), terminal.wake_ups(), time.monotonic()
        while time.monotonic() < began + IDLE:
            terminal.read(IDLE, began + IDLE - time.monotonic())
        passed = time.monotonic() - began
        self.note("idle_cpu", (terminal.cpu() - cpu) / passed)
        self.note("idle_wakes", (terminal.wake_ups() - wakes) / passed)

    def changed(self):
        """What the files that are written look like from outside."""
        return [(path, os.stat(path).st_mtime_ns, os.stat(path).st_size) for path in glob.glob(self.file)]

    def save_once(self, terminal, nth):
        terminal.send(f" note {nth}".encode())
        terminal.read(0.3)
        before, pressed = self.changed(), time.monotonic()
        terminal.send(self.save)
        on_disk, last = None, None
        while time.monotonic() < pressed + 2 and (last is None or time.monotonic() < last + 0.3 or on_disk is None):
            ready, _, _ = select.select([terminal.ours], [], [], 0.0003)
            if ready:
                os.read(terminal.ours, 65536)
                last = time.monotonic()
            if on_disk is None and self.changed() != before:
                on_disk = time.monotonic()
        if on_disk is not None:
            self.note("saved", (on_disk - pressed) * 1000)
        if last is not None:
            self.note("mark", (last - pressed) * 1000)
        if self.after_save:
            terminal.send(self.after_save)
            terminal.read(QUIET)

    def figure(self, what):
        values = self.seen.get(what)
        return statistics.median(values) if values else None


def review(knownow, folder, notes):
    """A home with a session in which one person has so many notes of their own: the home and the session."""
    home = folder / f"home-{notes}"
    session = home / "review"
    shutil.copytree(TOP / "sessions" / "half-day-maths", session)
    env = {**os.environ, "KNOWNOW_HOME": str(home)}
    first = ["note", "+ every pupil answers on a whiteboard, partner first", "--into", str(session), "--as", WHO]
    subprocess.run([knownow, *first], env=env, check=True, stdout=subprocess.DEVNULL)
    (file,) = (session / "records").glob("*.ron")
    lines = file.read_text().split("\n")
    at = next(nth for nth, line in enumerate(lines) if line.lstrip().startswith("(when: "))
    more = []
    for nth in range(1, notes):
        line = re.sub(r'\bid: "[0-9a-f-]{36}", writer:', f'id: "{uuid.uuid4()}", writer:', lines[at])
        line = re.sub(r"\bseq: 1\b", f"seq: {nth + 1}", line)
        more.append(line.replace("partner first", f"partner first ({nth})"))
    file.write_text("\n".join(lines[: at + 1] + more + lines[at + 1 :]))
    return home, session, file


def programs(knownow, minimal, folder, also):
    found = []
    for notes in (200, 5000):
        home, session, file = review(knownow, folder, notes)
        argv = [knownow, "open", str(session), "--as", WHO]
        extra = {"KNOWNOW_HOME": str(home)}
        pattern = str(file.parent / "*.ron")
        found.append(Program(f"knownow, {notes:,} notes", argv, str(home), save=b"\r", file=pattern, extra=extra))
    for name in ("minimal", "nano", "vim"):
        home = folder / name
        home.mkdir()
        text = str(home / "notes.txt")
        if name == "minimal":
            found.append(Program(name, [minimal, text], str(home), save=b"\x13", file=text))
        elif not shutil.which(name):
            print(f"{name} is not installed here", file=sys.stderr)
        elif name == "nano":
            found.append(Program(name, ["nano", text], str(home), save=b"\x0f\r", file=text))
        else:
            argv = ["vim", "-u", "NONE", text]
            found.append(Program(name, argv, str(home), before=b"i", save=b"\x1b:w\r", after_save=b"a", file=text))
    for name, command, keys in also:
        home = folder / f"also-{name}"
        home.mkdir()
        argv = [word.replace("{home}", str(home)) for word in shlex.split(command)]
        found.append(Program(name, argv, str(home), before=keys.encode().decode("unicode_escape").encode()))
    return found


# What is measured: its words, its name, how it is written, and what is to hold.
ROWS = [
    ("first frame, CPU, ms", "first_cpu", "{:.1f}", "<= 2x minimal"),
    ("first frame, complete after, ms", "first", "{:.1f}", ""),
    ("key to screen, median, ms", "key", "{:.2f}", "<= 1.25x minimal"),
    ("CPU a key, microseconds", "key_cpu", "{:.0f}", "<= 1.5x minimal, and no more at 5,000 notes"),
    ("bytes to the terminal a key", "key_bytes", "{:.0f}", "<= 1.25x minimal"),
    ("keys that showed nothing", "key_unseen", "{:.0f}", "0"),
    ("600 keys at once, ms", "burst", "{:.1f}", "<= 4 ms"),
    ("saved on the disk after, ms", "saved", "{:.1f}", "<= 2.5x minimal at 200 notes, <= 60 ms at 5,000"),
    ("said on the screen after, ms", "mark", "{:.1f}", ""),
    ("idle: CPU, ms a second", "idle_cpu", "{:.2f}", "<= 0.5"),
    ("idle: wake-ups a second", "idle_wakes", "{:.1f}", "<= 1, <= 2 with a watched folder"),
    ("memory, MiB", "memory", "{:.1f}", "<= 12, <= 30 with 5,000 notes"),
]

# The same for the benches: bench, function, argument.
BENCHES = [
    ("read a file of 200 notes", "day", "open", "200", ""),
    ("read a file of 5,000 notes", "day", "open", "5000", ""),
    ("work out and draw the first frame, 200 notes", "day", "first_frame", "200", ""),
    ("work out and draw the first frame, 5,000 notes", "day", "first_frame", "5000", ""),
    ("a key taken in and drawn, 200 notes", "day", "key", "200", "the same at 5,000"),
    ("a key taken in and drawn, 5,000 notes", "day", "key", "5000", ""),
    ("bytes of a save, 200 notes", "day", "save", "200", ""),
    ("bytes of a save, 5,000 notes", "day", "save", "5000", ""),
    ("merge of 6 reviewers, 200 notes", "day", "merge", "200", "<= 1 s for 600"),
    ("merge of 6 reviewers, 5,000 notes", "day", "merge", "5000", ""),
    ("100 notes of a colleague come in, 200 notes there", "day", "colleague_comes_in", "200", ""),
    ("100 notes of a colleague come in, 5,000 notes there", "day", "colleague_comes_in", "5000", ""),
    ("search, first letter, 1,000 notes", "search", "first_letter", "1000", "<= 2 ms"),
    ("search, first letter, 20,000 notes", "search", "first_letter", "20000", "<= 20 ms"),
    ("search, first letter, 100,000 notes", "search", "first_letter", "100000", "<= 50 ms"),
    ("search, third letter, 100,000 notes", "search", "third_letter", "100000", "<= 50 ms"),
    ("search, a rare letter, 100,000 notes", "search", "rare_letter", "100000", "<= 50 ms"),
    ("search, a letter taken back, 100,000 notes", "search", "letter_taken_back", "100000", "<= 50 ms"),
    ("report of 200 notes in all forms", "report", "all_formats", "", "<= 1 s"),
]


def medians(bench):
    """The medians that a bench prints, by function and argument."""
    done = subprocess.run(["cargo", "bench", "--bench", bench], cwd=TOP, check=True, capture_output=True, text=True)
    found, function = {}, ""
    for line in done.stdout.splitlines():
        cells = line.split(" │ ")
        name = re.match(r"^((?:│  |   )*)[├╰]─ (\w+)", cells[0])
        if not name or len(cells) < 4:
            continue
        if not name.group(1):
            function = name.group(2)
        if cells[2].strip():
            found[function, name.group(2) if name.group(1) else ""] = cells[2].strip()
    return found


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "| " + " | ".join("---" for _ in head) + " |"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def measured(found, binary):
    rows = []
    for words, name, form, goal in ROWS:
        values = [program.figure(name) for program in found]
        rows.append([words, goal] + [form.format(value) if value is not None else "" for value in values])
    size = f"{os.path.getsize(binary) / 1e6:.1f}"
    sizes = [size if program.name.startswith("knownow") else "" for program in found]
    rows.append(["release binary, MB", "<= 12", *sizes])
    return table(["what", "to hold", *(program.name for program in found)], rows)


def of_benches():
    found = {}
    for bench in sorted({row[1] for row in BENCHES}):
        found.update({(bench, *key): value for key, value in medians(bench).items()})
    rows = [[words, goal, found.get((bench, of, argument), "")] for words, bench, of, argument, goal in BENCHES]
    return table(["what", "to hold", "median"], rows)


def built():
    command = ["cargo", "build", "--release", "--locked", "--bin", "knownow", "--example", "minimal"]
    subprocess.run(command, cwd=TOP, check=True)
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", TOP / "target"))
    return str(target / "release" / "knownow"), str(target / "release" / "examples" / "minimal")


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--write", action="store_true")
    asked.add_argument("--quick", action="store_true")
    asked.add_argument("--no-benches", action="store_true")
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--knownow")
    asked.add_argument("--minimal")
    asked.add_argument("--also", nargs=3, action="append", default=[], metavar=("NAME", "COMMAND", "KEYS"))
    asked = asked.parse_args()
    knownow, minimal = (asked.knownow, asked.minimal) if asked.knownow and asked.minimal else built()
    with tempfile.TemporaryDirectory() as folder:
        found = programs(os.path.abspath(knownow), os.path.abspath(minimal), pathlib.Path(folder), asked.also)
        # One after the other, round by round, so that what else the machine does falls on all alike.
        for nth in range(1 if asked.quick else asked.rounds):
            for program in found:
                print(f"round {nth + 1}: {program.name}", file=sys.stderr)
                program.round()
        text = measured(found, knownow)
    if not (asked.quick or asked.no_benches):
        text += "\n\n" + of_benches()
    print(text)
    if asked.write:
        before, rest = DOCUMENT.read_text().split(MARKS[0])
        DOCUMENT.write_text(before + MARKS[0] + "\n" + text + "\n\n" + MARKS[1] + rest.split(MARKS[1])[1])


if __name__ == "__main__":
    main()
