"""Who does the work of an audit: this process, several, or a Dask cluster."""

from checker.corpus.auditing.engines.engine import Done, Engine
from checker.corpus.auditing.engines.pool import Pool
from checker.corpus.auditing.engines.sequential import Sequential

__all__ = ["Done", "Engine", "Pool", "Sequential"]
