"""What is expected to come, how sure that is, and how often it was right."""
