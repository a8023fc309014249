"""Find or do: one field over all commands and all cards."""
