"""A post's life in the window: publish, schedule, rename, move, throw away, undo."""
