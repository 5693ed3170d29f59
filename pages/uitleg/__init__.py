"""The pages of Uitleg: what words mean, and how far a forecast can be trusted."""
