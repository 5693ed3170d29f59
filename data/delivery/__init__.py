"""Import of deliveries: from the files of a registration to checked record tables."""
