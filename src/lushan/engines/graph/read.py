"""Reading a graph from a table of edges; what cannot be an edge is left out and told of."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from lushan.engines.graph.graph import STEP, Finding, Graph, Numbers
from lushan.errors import LushanError

Mask = NDArray[np.bool_]
Numbered = tuple[pa.Array, NDArray[np.int32], NDArray[np.int32]]

#: Whole numbers are counted out where they span at most so many places for each end of an edge.
SPAN = 4


def read_graph(
    edges: pa.Table,
    source: str = "source",
    target: str = "target",
    *,
    weight: str | None = None,
    since: str | None = None,
    until: str | None = None,
    kind: str | None = None,
) -> Graph:
    """The graph that a table of edges holds.

    Args:
        edges: one row an edge.
        source: the column of the node that an edge begins at.
        target: the column of the node that it ends at, of the same type.
        weight: a column of numbers above zero; without one every edge weighs 1.
        since: a column of whole numbers, days or moments; moments are held in seconds.
        until: likewise, when the edge ends to be; where it is null the edge goes on.
        kind: a column of texts.

    Raises:
        LushanError: the table has no such column.

    >>> pairs = pa.table({"source": ["b", "a", "c", None], "target": ["a", "b", "c", "a"]})
    >>> graph = read_graph(pairs)
    >>> graph.ids.to_pylist(), [(finding.code, finding.count) for finding in graph.findings]
    (['a', 'b', 'c'], [('no_node', 1), ('self_loop', 1)])
    """
    for name in (source, target, weight, since, until, kind):
        if name is not None and name not in edges.column_names:
            raise LushanError(
                f"the table of edges has no column {name}",
                expected=f"one of {', '.join(edges.column_names)}",
                mend="name the column that holds it",
            )
    ids, first, second = _numbered(edges[source], edges[target])
    weights = _weights(edges[weight]) if weight else np.ones(len(edges))
    begins = _moments(edges[since], None) if since else None
    ends = _moments(edges[until], np.iinfo(np.int64).max) if until else None
    faults: dict[str, Mask] = {
        "no_node": (first < 0) | (second < 0),
        "self_loop": first == second,
        "no_weight": ~(weights > 0),  # a null has become NaN, which is above nothing
    }
    if since:
        faults["no_time"] = pc.is_null(edges[since]).to_numpy()
    if begins is not None and ends is not None:
        faults["ends_before_it_begins"] = ends < begins
    left, findings = np.zeros(len(edges), bool), []
    for code, faulty in faults.items():
        fresh = faulty & ~left
        if fresh.any():
            findings.append(Finding(code, int(fresh.sum()), _example(edges, source, target, fresh)))
            left |= fresh
    kept = np.flatnonzero(~left) if left.any() else slice(None)
    kinds, places = _kinds(edges[kind]) if kind else ((), None)
    return Graph(
        ids,
        first[kept],
        second[kept],
        weights[kept],
        None if begins is None else begins[kept],
        None if ends is None else ends[kept],
        None if places is None else places[kept],
        kinds,
        np.arange(len(edges))[kept],
        tuple(findings),
    )


def _numbered(source: pa.ChunkedArray, target: pa.ChunkedArray) -> Numbered:
    """The sorted ids of two columns, and the columns as places among them; -1 where there is no id."""
    if pa.types.is_signed_integer(source.type) and (counted := _counted(source, target.cast(source.type))):
        return counted
    both = pa.chunked_array([*source.chunks, *target.cast(source.type).chunks], source.type)
    encoded = both.dictionary_encode().combine_chunks()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.chunk(0) if encoded.num_chunks else pa.array([], source.type).dictionary_encode()
    order = pc.sort_indices(encoded.dictionary)
    rank = np.empty(len(order) + 1, np.int32)
    rank[order.to_numpy()] = np.arange(len(order), dtype=np.int32)
    rank[-1] = -1
    codes = encoded.indices
    if codes.null_count:
        codes = codes.fill_null(len(order))
    numbers = rank[codes.to_numpy(zero_copy_only=False)]
    return encoded.dictionary.take(order), numbers[: len(source)], numbers[len(source) :]


def _counted(source: pa.ChunkedArray, target: pa.ChunkedArray) -> Numbered | None:
    """The same for whole numbers that lie close together, with a place for each in between; nothing for others."""
    ends = [pc.min_max(column).as_py() for column in (source, target)]
    told = [end[side] for end in ends for side in ("min", "max") if end["min"] is not None]
    if not told or max(told) - min(told) > SPAN * (len(source) + len(target)):
        return None
    low, span = min(told), max(told) - min(told) + 1

    def placed(column: pa.ChunkedArray) -> NDArray[np.int64]:
        places: NDArray[np.int64] = column.cast(pa.int64()).fill_null(low).to_numpy() - low
        if column.null_count:
            places[column.is_null().to_numpy()] = span
        return places

    first, second = placed(source), placed(target)
    there = np.zeros(span + 1, bool)  # the last place is that of those without an id
    there[first] = there[second] = True
    rank = np.cumsum(there, dtype=np.int32) - 1
    rank[-1] = -1
    return pa.array(np.flatnonzero(there[:-1]) + low).cast(source.type), rank[first], rank[second]


def _weights(column: pa.ChunkedArray) -> NDArray[np.float64]:
    """Weights in whole steps; one above zero stays above it."""
    numbers = column.cast(pa.float64()).to_numpy().astype(np.float64)
    rounded: NDArray[np.float64] = np.round(numbers / STEP) * STEP
    return np.where((numbers > 0) & (rounded == 0), STEP, rounded)


def _moments(column: pa.ChunkedArray, empty: int | None) -> Numbers:
    """Days as they are numbered, moments in seconds, whole numbers as they are."""
    if pa.types.is_timestamp(column.type):
        column = column.cast(pa.timestamp("s", column.type.tz), safe=False).cast(pa.int64())
    elif pa.types.is_date(column.type):
        column = column.cast(pa.date32()).cast(pa.int32()).cast(pa.int64())
    numbers: Numbers = column.cast(pa.int64()).fill_null(empty or 0).to_numpy()
    return numbers


def _kinds(column: pa.ChunkedArray) -> tuple[tuple[str, ...], NDArray[np.int32]]:
    texts = column.cast(pa.string()).fill_null("")
    kinds = tuple(sorted(texts.unique().to_pylist()))
    places = pc.index_in(texts, pa.array(kinds, pa.string())).to_numpy().astype(np.int32)
    return kinds, places


def _example(edges: pa.Table, source: str, target: str, faulty: Mask) -> str:
    """The first of some edges by its ids, whatever order they came in."""
    pairs = edges.select([source, target]).filter(pa.array(faulty))
    pairs = pairs.sort_by([(source, "ascending"), (target, "ascending")])
    return f"{pairs[source][0].as_py()} → {pairs[target][0].as_py()}"
