"""wrk asks for one address after the other, from several connections at once."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

CONNECTIONS = 8

SCRIPT = """
init = function(args)
  addresses, place = {}, tonumber(args[2])
  for line in io.lines(args[1]) do addresses[#addresses + 1] = line end
end
request = function()
  place = place + 1
  return wrk.format("GET", addresses[(place - 1) % #addresses + 1])
end
done = function(summary, latency)
  local failed = summary.errors
  io.write(string.format('{"requests": %d, "seconds": %f, "failed": %d, "p50_ms": %f, "p99_ms": %f}',
    summary.requests, summary.duration / 1e6,
    failed.status + failed.connect + failed.read + failed.write + failed.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
"""


@dataclass(frozen=True)
class Load:
    """What wrk saw in one turn; `failed` are answers of 400 and more, and none at all."""

    requests: int
    seconds: float
    failed: int
    p50_ms: float
    p99_ms: float

    @property
    def per_second(self) -> float:
        return self.requests / self.seconds


def load(base: str, addresses: Path, seconds: int, start: int = 0) -> Load:
    """Ask for the lines of a file, from the line `start` on, for so many seconds."""
    script = addresses.with_suffix(".lua")
    script.write_text(SCRIPT, "utf-8")
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(script), base]
    said = subprocess.run([*command, "--", str(addresses), str(start)], check=True, capture_output=True, text=True)
    return Load(**json.loads(said.stdout[said.stdout.index("{") :]))
