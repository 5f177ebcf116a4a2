"""Work common to the kernels of all notebooks, done once in the process that they fork from."""

import ipykernel.kernelapp
import ipykernel.zmqshell  # ruff: ignore[unused-import]

import exercises.widget  # ruff: ignore[unused-import]
