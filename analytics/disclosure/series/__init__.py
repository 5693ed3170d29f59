"""The series (reeks): where its key and ledger lie, which one goes on, and whether two meet."""
