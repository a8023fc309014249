"""The wall as vectors, for the report, SVG and PNG alike. Knows boards and analysis; never Qt."""
