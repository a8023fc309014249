"""The report of a workshop as a PDF, drawn through reportlab only. Knows boards and analysis; never Qt."""
