"""Kernels forked from a process that has already loaded the course.

Starting IPython and reading the bank takes longer than executing any notebook here.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from importlib.metadata import EntryPoint
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner

from tests.publishing.forked import WARM, keep_main_findable

_NAME = "warm"


class WarmProvisioner(LocalProvisioner):
    """Starts a kernel as a fork."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start it with the arguments, folder and environment of a new process."""
        self.cwd = kwargs.get("cwd", Path.cwd())
        arguments = cmd[cmd.index("-f") :]
        keep_main_findable()
        process = WARM.Process(target=_kernel, args=(arguments, self.cwd, kwargs["env"]))
        process.start()
        self.process, self.pid = _Started(process), process.pid
        return self.connection_info


class _Started:
    """A forked process with the interface that a provisioner expects."""

    stdin = stdout = stderr = None

    def __init__(self, process: ForkServerProcess) -> None:
        self._process = process

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self) -> int | None:
        self._process.join()
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self._process.pid, number)


def _kernel(arguments: list[str], folder: str, environment: dict[str, str]) -> None:
    from ipykernel.kernelapp import launch_new_instance

    os.chdir(folder)
    os.environ.clear()
    # The kernel ends with its parent process.
    os.environ.update(environment | {"JPY_PARENT_PID": str(os.getppid())})
    launch_new_instance(arguments)


@contextmanager
def warm_kernels() -> Generator[None]:
    """Start all kernels in this context as forks."""
    factory = KernelProvisionerFactory.instance()
    factory.provisioners[_NAME] = EntryPoint(
        _NAME, f"{__name__}:{WarmProvisioner.__name__}", factory.GROUP_NAME
    )
    before = factory.default_provisioner_name
    factory.default_provisioner_name = _NAME
    try:
        yield
    finally:
        factory.default_provisioner_name = before
