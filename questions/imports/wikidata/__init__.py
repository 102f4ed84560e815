"""What the importer of Wikidata is made of: reading its JSON, joining what refers to what, and telling a film."""
