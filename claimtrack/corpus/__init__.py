"""A folder of records, its index, and the texts that they were read in."""
