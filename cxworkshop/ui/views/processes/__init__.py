"""Step 6, "Processes": the backward map alone in layers, the ranking by influence, the blind spots."""
