"""The start screen: where a workshop comes from."""
