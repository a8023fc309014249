"""The right panel: what is selected, as a form made from the kind's declaration, with its links and its map."""
