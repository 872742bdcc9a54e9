"""The language server ``soat lsp``: findings, fixes and outline in editors, over LSP 3.17."""
