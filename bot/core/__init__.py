"""The pure heart: text in, values out. No asyncio, logging, files, clock, network or database in here."""
