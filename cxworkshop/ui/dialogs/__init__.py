"""Dialogs: what an import would add, how to export, the sheet of shortcuts."""
