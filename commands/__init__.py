"""Parts of the command line: one module a group of commands. bloei.py puts them together."""
