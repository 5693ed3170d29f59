"""What a server costs: CPU time and memory, of any process on this computer.

CPU time and not time, so that a busy machine tells the same.
"""

from pathlib import Path
from time import clock_gettime, monotonic, sleep

PATIENCE = 60.0  # seconds
IDLE = 1 / 20  # of the time: a server that does less is done
SCHEDULED = 2  # the kind of clock: clock_getcpuclockid(3)


def cpu_seconds(process: int) -> float:
    """The CPU time of a process so far, of all its threads, those that ended too."""
    return clock_gettime(~process << 3 | SCHEDULED)


def memory(process: int) -> float:
    """MB that a process holds in memory."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    [held] = [int(line.split()[1]) for line in lines if line.startswith("VmRSS")]
    return held / 1024


def wait_until_quiet(process: int, poll: float) -> None:
    """Waits until a process has nothing to do."""
    last, deadline = -1.0, monotonic() + PATIENCE
    while cpu_seconds(process) - last > poll * IDLE and monotonic() < deadline:
        last = cpu_seconds(process)
        sleep(poll)
