"""The page Export: reports of areas as documents."""
