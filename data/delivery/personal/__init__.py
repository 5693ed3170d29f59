"""The guard against personal data."""
