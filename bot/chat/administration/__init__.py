"""What admins do: documents, what members lacked, what answers are mended by, and numbers."""
