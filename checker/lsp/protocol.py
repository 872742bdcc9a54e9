"""What pygls leaves without an answer is answered with an error: an editor would wait for ever."""

from __future__ import annotations

from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidRequest
from pygls.protocol import LanguageServerProtocol


class Protocol(LanguageServerProtocol):
    """Answers requests with parameters that LSP does not know, and those after ``shutdown``."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Return the message that ``data`` is. Raises JsonRpcException for one that is none."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "method" in data and "id" in data:
                self._send_response(data["id"], error=error.to_response_error())
            raise

    def handle_message(self, message: Any) -> None:
        identity, method = (getattr(message, name, None) for name in ("id", "method"))
        if self._shutdown and identity is not None and method not in (None, types.EXIT):
            error = JsonRpcInvalidRequest()
            self._send_response(identity, error=error.to_response_error())
            return
        super().handle_message(message)
