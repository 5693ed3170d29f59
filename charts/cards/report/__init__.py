"""Cards that stand in reports only: what a page shows by pointing, said on one sheet."""
