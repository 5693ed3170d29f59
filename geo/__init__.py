"""The geography of Eindhoven: boundaries per level, checked against the hierarchy."""
