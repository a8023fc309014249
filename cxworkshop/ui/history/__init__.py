"""The history of a workshop and of one card: what was done, when and by whom. Going back is one click."""
