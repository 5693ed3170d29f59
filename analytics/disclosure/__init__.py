"""Protection of residents: small counts are rounded in one cube, all figures are sums of it."""
