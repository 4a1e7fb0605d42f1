"""Landing a source: good rows to the table, each period in its part; bad rows to quarantine, with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pyarrow as pa

from lushan.contracts import Contract
from lushan.contracts.sql import literal
from lushan.errors import LushanError
from lushan.secrets import safe
from lushan.warehouse.landing.broken import Broken, find_broken
from lushan.warehouse.landing.compile import compile_landing
from lushan.warehouse.landing.familiar import find_familiar
from lushan.warehouse.landing.identity import current, fits, landing_identity, references
from lushan.warehouse.landing.keys import unique_keys
from lushan.warehouse.landing.mapping import Mapping
from lushan.warehouse.landing.moment import find_steady
from lushan.warehouse.landing.parts import by_period, write_parts
from lushan.warehouse.landing.quarantine import publish_quarantine
from lushan.warehouse.landing.refusal import refused, refused_by_disk
from lushan.warehouse.landing.rows import no_rows
from lushan.warehouse.landing.source import open_source
from lushan.warehouse.landing.staged import stage
from lushan.warehouse.warehouse import Warehouse

#: How much DuckDB may have ready of the rows that it types before they are taken.
AHEAD = "64MB"


@dataclass(frozen=True)
class Landed:
    """What became of a source.

    ``broken`` counts the rows that broke each ``column.rule``, and ``first`` tells of the first few; a source that was
    landed before and changed nothing says only how many rows it left in quarantine.
    """

    table: str
    source: str
    identity: str
    version: int
    periods: tuple[str, ...] = ()
    rows: int = 0
    quarantined: int = 0
    broken: dict[str, int] = field(default_factory=dict)
    first: tuple[str, ...] = ()
    unchanged: bool = False


def land(
    warehouse: Warehouse,
    contract: Contract,
    source: str,
    mapping: Mapping | None = None,
    *,
    zone: str = "Asia/Shanghai",
    strict: bool = False,
    memory: str = "1GB",
) -> Landed:
    """Bring a source in under a contract.

    The table, or each period that the source covers, is replaced in one commit. The same source under the
    same contract and mapping changes nothing.

    Args:
        source: a path, or a database's URL whose query the mapping holds.
        zone: the bank's time zone, in which times without one are read and months begin.
        strict: refuse the whole source when any row breaks the contract.

    Raises:
        LushanError: the source cannot be read to its end, or does not fit the contract; nothing was changed.
    """
    mapping = mapping or Mapping()
    pa.set_memory_pool(pa.system_memory_pool())  # Arrow's own gives memory back, and takes it again, ever anew
    fits(warehouse, contract)
    shown = safe(source)
    named = shown if "://" in source else Path(source).name
    within = [warehouse.root, *([] if "://" in source else [Path(source)])]
    with (
        warehouse.staging() as folder,
        _connection(shown, within, folder, zone, memory) as connection,
        ThreadPoolExecutor(1) as aside,
    ):
        others = references(warehouse, contract)
        relation = open_source(connection, source, mapping, folder)
        # The identity takes a reading of the whole source; it is awaited only where there is a table that may hold it.
        naming = aside.submit(landing_identity, source, folder, contract, mapping, zone, others)
        held = current(warehouse, contract, naming.result()) if warehouse.exists(contract.id) else None
        if held is not None:
            found = (held.version, held.periods, held.rows, held.quarantined)
            return Landed(contract.id, shown, naming.result(), *found, unchanged=True)
        query = compile_landing(contract, mapping, relation)
        familiar = find_familiar(connection, contract, query)
        steady = find_steady(connection) if any(column.type == "timestamp" for column in contract.columns) else None
        query = compile_landing(contract, mapping, relation, familiar, steady)
        staged = stage(connection, contract, query, unique_keys(contract), folder)
        if not staged.rows:
            raise no_rows(shown)
        broken = find_broken(connection, contract, query, staged, others)
        rows = staged.rows - broken.rows
        if broken.rows and (strict or not rows):
            raise _broken(shown, broken, rows)
        identity, cut = naming.result(), by_period(connection, contract, staged)
        connection.close()  # the memory that it has had is needed now
        drafts = write_parts(contract, staged, broken, cut, folder, identity)
        note = {
            "kind": "landing",
            "source": named,
            "mapping": mapping.path.name if mapping.path else "",
            "rows": rows,
            "quarantined": broken.rows,
            "periods": [draft.period for draft in drafts],
        }
        publish_quarantine(warehouse, contract.id, named, identity, broken.file, broken.told)
        version = warehouse.publish(contract, drafts, note).version
        periods = tuple(draft.period for draft in drafts if draft.period)
        return Landed(contract.id, shown, identity, version, periods, rows, broken.rows, broken.tally, broken.first)


@contextmanager
def _connection(
    source: str, within: Sequence[Path], folder: Path, zone: str, memory: str
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection of bounded memory that reaches no file but the source and the warehouse's.

    What goes wrong in it is said of the source. DuckDB would turn a long IN into a join, and rows that have been
    through one have lost their order, by which they are numbered.
    """
    paths = ", ".join(literal(str(path.resolve())) for path in within)
    with duckdb.connect(config={"memory_limit": memory}) as connection:
        connection.execute(
            f"SET TimeZone = {literal(zone)}; SET temp_directory = {literal(str(folder / 'spill'))}; "
            f"SET allowed_directories = [{paths}]; SET allowed_paths = [{paths}]; "
            "SET enable_external_access = false; SET enable_progress_bar = false; "
            "SET disabled_optimizers = 'in_clause'; "
            f"SET streaming_buffer_size = '{AHEAD}'; SET arrow_output_version = '1.5'; SET lock_configuration = true"
        )
        try:
            yield connection
        except duckdb.Error as error:
            raise refused(source, error) from error
        except OSError as error:
            raise refused_by_disk(source, error) from error


def _broken(source: str, broken: Broken, rows: int) -> LushanError:
    more = broken.told - len(broken.first)
    mend = "correct the source, or land it without --strict and look at the quarantine"
    return LushanError(
        f"{broken.rows} of {broken.rows + rows} rows break the contract" if rows else "no row keeps the contract",
        where=source,
        excerpt="\n".join([*broken.first, *([f"and {more} more"] if more else [])]),
        mend=mend if rows else "look at the mapping: a format or a column is probably another than it says",
    )
