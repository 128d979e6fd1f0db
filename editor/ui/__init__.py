"""The window: widgets and dialogs."""
