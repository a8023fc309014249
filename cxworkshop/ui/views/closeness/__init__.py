"""Closeness: who in the company meets customers, when, and what was heard and recorded."""
