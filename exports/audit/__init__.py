"""The audit of exports: what an outsider can work out from them, to prove that it is nothing."""

from exports.audit.auditing import audit, audit_made
from exports.audit.report import AuditReport

__all__ = ["AuditReport", "audit", "audit_made"]
