"""Simulated responses of a class or a country, from a model with known parameters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from exercises.item import Item

#: Number of learners simulated at a time.
_STEP: Final = 25_000
_UNITS: Final = 400
_SEED: Final = 17
_PAPER: Final = "结业测试"
_SCHEMA: Final = pa.schema([
    ("learner", pa.string()),
    ("unit", pa.string()),
    ("item", pa.string()),
    ("attempt", pa.int64()),
    ("response", pa.string()),
    ("score", pa.float64()),
    ("max", pa.float64()),
    ("ms", pa.int64()),
    ("when", pa.int64()),
    ("paper", pa.string()),
    ("version", pa.string()),
])


@dataclass(frozen=True)
class Model:
    """Items of the two-parameter logistic model; abilities are normal (0, 1).

    Parameters
    ----------
    items
        The items, single choices.
    difficulty, discrimination
        Each item's location on the ability scale, and its slope.
    """

    items: Sequence[Item]
    difficulty: np.ndarray
    discrimination: np.ndarray

    def expected(self) -> np.ndarray:
        """Return each item's expected share of right answers, integrated over abilities."""
        nodes, weights = np.polynomial.hermite_e.hermegauss(61)
        return np.array([
            (weights * self.chances(nodes[:, None])[:, place]).sum() / weights.sum()
            for place in range(len(self.items))
        ])

    def chances(self, ability: np.ndarray) -> np.ndarray:
        """Return the probabilities of right answers, one row per learner."""
        slope: np.ndarray = self.discrimination * (ability - self.difficulty)
        return np.asarray(1 / (1 + np.exp(-slope)))


def model_of(items: Sequence[Item]) -> Model:
    """Choose parameters, the same on each call.

    Parameters
    ----------
    items
        Single choices with at least three options.
    """
    chance = np.random.default_rng(_SEED)
    size = len(items)
    return Model(items, chance.normal(0, 1, size), chance.uniform(0.6, 1.8, size))


def write_responses(file: Path, model: Model, learners: int) -> None:
    """Write each learner's answer to each item, in random order.

    Parameters
    ----------
    file
        The Parquet file to write.
    model
        The items.
    learners
        Number of learners.
    """
    chance = np.random.default_rng(_SEED + learners)
    with pq.ParquetWriter(file, _SCHEMA) as writer:
        for first in range(0, learners, _STEP):
            who = np.arange(first, min(first + _STEP, learners))
            writer.write_table(_some(chance, model, who))


def _some(chance: np.random.Generator, model: Model, who: np.ndarray) -> pa.Table:
    size = len(model.items)
    ability = chance.normal(0, 1, (len(who), 1))
    right = chance.random((len(who), size)) < model.chances(ability)
    # The first option is the key; the wrong ones are equally likely.
    option = np.where(right, 0, chance.integers(1, 3, right.shape))
    options = pa.array([text for item in model.items for text in _options(item)])
    names = pa.array([f"学员{number:07}" for number in who])
    units = pa.array([f"单位{number % _UNITS:03}" for number in who])
    rows = right.size
    column = np.tile(np.arange(size), len(who))
    learner = np.repeat(np.arange(len(who)), size)
    order = chance.permutation(rows)
    table = pa.table(
        [
            names.take(pa.array(learner)),
            units.take(pa.array(learner)),
            pa.array([item.id for item in model.items]).take(pa.array(column)),
            pa.array(np.ones(rows, dtype=np.int64)),
            options.take(pa.array(column * 3 + option.ravel())),
            pa.array(right.ravel().astype(np.float64)),
            pa.array(np.ones(rows)),
            pa.array(chance.integers(5_000, 120_000, rows)),
            pa.array(chance.integers(1_700_000_000_000, 1_702_000_000_000, rows)),
            pa.array([_PAPER]).take(pa.array(np.zeros(rows, dtype=np.int64))),
            pa.array([item.version for item in model.items]).take(pa.array(column)),
        ],
        schema=_SCHEMA,
    )
    return table.take(pa.array(order))


def _options(item: Item) -> list[str]:
    """Return the right response and two wrong ones, in the format of response files."""
    ((slot, held),) = item.rubric().slots.items()
    values = sorted(held.values, key=lambda value: held.values[value].mark != "right")
    return [f'{{"{slot}": "{value}"}}' for value in values[:3]]
