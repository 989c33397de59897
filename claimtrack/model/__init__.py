"""What a claim is: records, vocabularies, dates and quantities; no files, no YAML."""
