"""The names under which things travel on the clipboard and by drag and drop."""

KIND = "application/x-cxworkshop-kind"  # the name of a kind, dragged from the palette
CARDS = "application/x-cxworkshop-cards"  # cards and the links among them, as interchange JSON
MOVE = "application/x-cxworkshop-move"  # ids of cards of the same open workshop, one a line: put elsewhere, not copied
