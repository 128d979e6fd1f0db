"""Writing Markdown: what keys, the Format menu and the formatting bar do in the text pane."""
