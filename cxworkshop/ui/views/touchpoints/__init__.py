"""Step 3, "Touchpoints": where the company looks, in which channel it is met, and what companies forget."""
