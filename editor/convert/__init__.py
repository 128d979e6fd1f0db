"""Other formats in and out: what people copy from word processors, mail and web pages."""
