"""Methods of statistics on plain values and frames; nothing of the programme."""
