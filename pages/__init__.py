"""Pages live in section folders: a module directly in here could be opened past the frame."""
