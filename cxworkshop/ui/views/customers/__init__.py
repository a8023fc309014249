"""Step 1, customers: the three questions, whom to aim at, and what share of the work serves them."""
