"""What a post is: no Qt, no disk."""
