"""The versions behind a data file: which are kept, which is in use, what differs between them."""
