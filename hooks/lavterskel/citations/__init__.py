"""From ``references.bib`` to sources as readers see them."""
