"""Step 7, "Where best": curves, the landscape of needs, value against effort, pains and votes."""
