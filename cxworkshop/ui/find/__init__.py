"""Finding cards on the wall: a slim bar, filters, saved views. What is found is decided without Qt."""
