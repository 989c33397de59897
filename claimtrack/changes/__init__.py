"""What a change means: differences of records and corpora, in sentences, and their merge."""
