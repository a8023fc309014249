"""Small widgets the panels are made of. They know colours and words, no workshop."""
