"""What is wrong with a policy document: JSON with Version and Statement."""

from __future__ import annotations

import json

from workbench.texts import Text, text


def policy_fault(document: str) -> Text | None:
    """Why a text is no policy document, None where it is one."""
    try:
        read = json.loads(document)
    except json.JSONDecodeError as wrong:
        return text("line {line}, column {column} is not JSON", line=wrong.lineno, column=wrong.colno)
    except (ValueError, RecursionError):
        return text("it holds a number that is too long, or is nested too deeply")
    if not isinstance(read, dict):
        return text("it is no JSON object")
    if "Version" not in read:
        return text("it has no {part}", part="Version")
    statements = read.get("Statement")
    if not isinstance(statements, list) or not statements:
        return text("it has no {part}", part="Statement")
    return None
