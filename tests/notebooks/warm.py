"""Does once what the kernel of every notebook would do; loaded by the process that they fork from."""

import ipykernel.kernelapp
import ipykernel.zmqshell  # ruff: ignore[unused-import]

import exercises.widget  # ruff: ignore[unused-import]
