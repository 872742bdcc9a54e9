"""The help site: what mkdocs.yml needs beside the pages in docs/."""
