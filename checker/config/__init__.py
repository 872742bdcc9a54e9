"""The configuration ``soat.yml``: what is in force for each file, and where each value is from."""

from checker.config.config import Config, Origin, Settings
from checker.config.loading import find_config, load_config

__all__ = ["Config", "Origin", "Settings", "find_config", "load_config"]
