"""The audit of exports: what an outsider can work out from them, to prove that it is nothing."""

from exports.audit.auditing import DEFAULT_THRESHOLD, Heed, audit, audit_made
from exports.audit.report import AuditReport

__all__ = ["DEFAULT_THRESHOLD", "AuditReport", "Heed", "audit", "audit_made"]
