"""The HTTP API of LanguageTool, by which LibreOffice Writer and others ask while one types.

A client sends a paragraph without its document and shows what comes back in place. Source:
https://languagetool.org/http-api/ and the client in LibreOffice
(lingucomponent/source/spellcheck/languagetool).
"""
