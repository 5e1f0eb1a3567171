"""Starts a program that dies with its parent, and as another account where asked.

Run by path (`python -I -S launch.py OPTIONS -- PROGRAM ...`) and free of imports from SelfOS: it must start in
milliseconds. It stands between parent and program because code between fork and exec can dead-lock in a process with
threads.
"""

import argparse
import ctypes
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

# include/uapi/linux/prctl.h and capability.h
PR_SET_PDEATHSIG, PR_SET_KEEPCAPS, PR_SET_NO_NEW_PRIVS, PR_CAP_AMBIENT = 1, 8, 38, 47
PR_CAP_AMBIENT_RAISE = 2
CAP_DAC_READ_SEARCH = 2
CAPABILITY_VERSION_3 = 0x20080522


def launch_command(
    program: Sequence[str], *, death_signal: int, account: tuple[int, int] | None = None, read_search: bool = False
) -> list[str]:
    """The command line that starts `program` through this file, to be run by the very process that shall outlive it.

    `account` is (uid, gid) to change to, possible for root only; `read_search` keeps the one capability of passing
    every folder and reading every file.
    """
    options = [f"--parent={os.getpid()}", f"--death-signal={death_signal}"]
    if account is not None:
        options += [f"--uid={account[0]}", f"--gid={account[1]}"]
    if read_search:
        options.append("--read-search")
    return [sys.executable, "-I", "-S", __file__, *options, "--", *program]


def _prctl(*arguments: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(*(ctypes.c_ulong(value) for value in (*arguments, *([0] * (5 - len(arguments)))))) != 0:
        raise OSError(ctypes.get_errno(), f"prctl({arguments[0]}): {os.strerror(ctypes.get_errno())}")


def _keep_only(capability: int) -> None:
    """Reduces this process to one capability, and lets it pass through exec (capabilities(7), "ambient")."""
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
    low = 1 << capability  # bits 0-31: effective, permitted, inheritable; then the same for bits 32-63
    if libc.capset(header, (ctypes.c_uint32 * 6)(low, low, low, 0, 0, 0)) != 0:
        raise OSError(ctypes.get_errno(), f"capset: {os.strerror(ctypes.get_errno())}")
    _prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, capability)


def _become(uid: int, gid: int, *, read_search: bool) -> None:
    if read_search:
        _prctl(PR_SET_KEEPCAPS, 1)
    os.chdir("/")  # the folder we stand in may be closed to that account
    os.setgroups([])
    os.setresgid(gid, gid, gid)
    os.setresuid(uid, uid, uid)
    if read_search:
        _keep_only(CAP_DAC_READ_SEARCH)


def _die_with(parent: int, death_signal: int) -> None:
    """After the change of account, which clears the wish; then looks whether the parent had died before it was made."""
    if sys.platform == "linux":
        _prctl(PR_SET_PDEATHSIG, death_signal)
        _prctl(PR_SET_NO_NEW_PRIVS, 1)
    if os.getppid() != parent:
        sys.exit(0)


def main() -> NoReturn:
    parser = argparse.ArgumentParser()
    parser.add_argument("--parent", type=int, required=True)
    parser.add_argument("--death-signal", type=int, required=True)
    parser.add_argument("--uid", type=int)
    parser.add_argument("--gid", type=int)
    parser.add_argument("--read-search", action="store_true")
    parser.add_argument("program", nargs="+")
    wish = parser.parse_args()
    try:
        if wish.uid is not None:
            _become(wish.uid, wish.gid, read_search=wish.read_search)
        _die_with(wish.parent, wish.death_signal)
        os.execv(wish.program[0], wish.program)  # noqa: S606 (no shell is wanted)
    except OSError as error:
        sys.exit(f"{Path(wish.program[0]).name} cannot be started: {error}")


if __name__ == "__main__":
    main()
