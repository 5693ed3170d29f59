"""The intruder: what an outsider can work out from exports, used to prove that it is nothing."""

from analytics.disclosure.intruder.auditing import audit
from analytics.disclosure.intruder.report import AuditReport

__all__ = ["AuditReport", "audit"]
