"""The parts of tools/build_documents.py. Its patterns are its own, not those of checker/citations,
so that what is read there can be measured against what is counted here."""
