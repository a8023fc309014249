"""The second window, for the projector: only what the room needs now, nothing private."""
