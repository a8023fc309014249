"""Everything Qt, and nothing else Qt: windows, the wall, panels. Reads the document, changes it through actions."""
