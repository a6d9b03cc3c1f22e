"""How gunicorn serves the archive: `onrecord serve` starts it with this file."""

from __future__ import annotations

import gc
import os
from typing import Any

from service.config import Config
from service.counting import folder_of_this_run

_config = Config.from_environment()
os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder_of_this_run())  # read when prometheus_client is first imported

from service.warming import warm  # noqa: E402
from service.worker import Worker  # noqa: E402

GARBAGE = (10_000, 20, 20)
"""New objects before the youngest generation is looked through; how often a younger one is before the next older."""

bind = f"{_config.host}:{_config.port}"
workers = _config.workers
worker_class = Worker
threads = 100  # most of them wait for a slow client; turns.py says how many work at once
preload_app = False  # each worker opens the record for itself: an SQLite connection must not cross a fork
timeout = 60
graceful_timeout = 20
keepalive = 5
limit_request_line = 0  # ours answers with its own error body (security.py); gunicorn's own answer is HTML
control_socket_disable = True  # it would want a writable $HOME
forwarded_allow_ips = ""  # whom to believe about the client is ONRECORD_PROXIES' to say (security.py)
accesslog = None  # the application logs each request, without what was searched for (access_log.py)
loglevel = _config.log_level


def post_worker_init(worker: Any) -> None:
    """What a worker has loaded, it keeps: to look through all of it for garbage would hold up a request for a tenth of
    a second every few thousand. What requests leave behind is looked through as it gathers."""
    warm(worker.wsgi)
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE)
