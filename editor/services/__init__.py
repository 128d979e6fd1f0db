"""What runs while the window is open: QtCore only."""
