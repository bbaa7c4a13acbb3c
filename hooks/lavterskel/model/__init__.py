"""What a record is: one module per kind, typed and validated on entry."""
