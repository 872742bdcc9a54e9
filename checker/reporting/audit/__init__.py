"""The reports of an audit, one file of the folder each."""
