"""Step 2, personas: the gallery, the sheet of one persona, and what is drawn of it for the room."""
