"""The backward map in words: what lies behind a need, or what rests on a process."""
