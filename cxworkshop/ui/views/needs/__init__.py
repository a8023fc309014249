"""Step 4, "Problems and needs": worded in three parts, weighed in a table, told from a guess, and said only once."""
