"""Run by a Python that has ``uno``: opens a document in a running LibreOffice, has its paragraphs
proofread as Writer does while one types, and prints what is marked, as JSON.

Arguments: the name of the office's pipe, the address (URL) of the document.
"""

from __future__ import annotations

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale

PROOFREADING = uno.getConstantByName("com.sun.star.text.TextMarkupType.PROOFREADING")
SECONDS = 30


def main(pipe: str, document: str) -> None:
    context = _connected(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
    make = context.ServiceManager.createInstanceWithContext
    desktop = make("com.sun.star.frame.Desktop", context)
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    writer = desktop.loadComponentFromURL(document, "_blank", 0, (hidden,))
    iterator = make("com.sun.star.linguistic2.ProofreadingIterator", context)
    paragraphs = writer.getFlatParagraphIterator(PROOFREADING, False)
    told = []
    paragraph = paragraphs.getFirstPara()
    while paragraph:
        text = paragraph.getText()
        result = iterator.checkSentenceAtPosition(
            writer, paragraph, text, Locale("", "", ""), -1, -1, -1
        )
        told.append({"text": text, "marks": [_mark(error) for error in result.aErrors]})
        paragraph = paragraphs.getNextPara()
    print(json.dumps(told))
    writer.close(True)
    desktop.terminate()


def _mark(error) -> dict[str, object]:
    return {
        "start": error.nErrorStart,
        "length": error.nErrorLength,
        "comment": error.aShortComment,
        "suggestions": list(error.aSuggestions),
        "color": {one.Name: one.Value for one in error.aProperties}.get("LineColor"),
    }


def _connected(address: str):
    local = uno.getComponentContext()
    make = local.ServiceManager.createInstanceWithContext
    resolver = make("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + SECONDS
    while True:
        try:
            return resolver.resolve(address)
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


if __name__ == "__main__":
    main(*sys.argv[1:])
