"""What held since the cycle before: improvements by their readings, what rose and fell. All drawn here."""
