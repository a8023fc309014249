"""Step 5, "Value": needs nobody meets, values nobody needs, and the chain from need to value to process."""
