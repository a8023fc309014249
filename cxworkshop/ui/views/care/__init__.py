"""The care test: asked at the facilitator's laptop, shown as a mirror; and what tires whom inside. All drawn here."""
