"""Build whole pages as Jekyll 4.3 does: Liquid on the body, Markdown, then layouts inner to outer.

The way in is `editor.render.pages.page_renderer.PageRenderer`.
"""
