"""Long work beside the window, in a process of its own: exports, imports. The window stays live, and can cancel."""
