"""What lies on the disk: who may write, what stands there already, and small files kept whole."""
