"""What comes out of the clipboard and out of documents, on its way into the text."""
