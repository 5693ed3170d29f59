"""The data contract: the record tables with their columns, keys and rules."""
