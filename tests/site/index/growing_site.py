"""What the tests of the index do with a site and its index."""


def write(site, name, text):
    """Put a file into a site, its folders with it."""
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def filled(index):
    """Let an index look and read until nothing waits; give its posts by path."""
    news = index.look()
    posts = {str(post.path): post for post in news.posts}
    while news.left:
        news = index.read_some()
        posts |= {str(post.path): post for post in news.posts}
    return posts
