"""Who does the work of an audit: this process, several, or a Dask cluster."""

from checker.corpus.engines.engine import Done, Engine
from checker.corpus.engines.pool import Pool
from checker.corpus.engines.sequential import Sequential

__all__ = ["Done", "Engine", "Pool", "Sequential"]
