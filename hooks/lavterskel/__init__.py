"""Lavterskel: offers, pathways and guidance as records, and a site made from them.

Data flows one way: files → records → graph → fragments, exports and index → site. Nothing here imports a site
generator; ``hooks/mkdocs_hooks.py`` connects the package to MkDocs.
"""
