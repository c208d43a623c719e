"""Updates from the moment Telegram hands them over until they are worked on."""
