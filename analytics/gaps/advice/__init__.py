"""Where one more place would help, whom to ask for it, and what if there were more."""
