"""Try on this machine what the program needs: every library, the window, the preview, a save."""
