"""Who may do what: admins of the bot, administrators of a chat, members of its groups."""
