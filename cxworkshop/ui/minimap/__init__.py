"""The whole wall, small, in a corner: where one looks, and a hold to look elsewhere."""
