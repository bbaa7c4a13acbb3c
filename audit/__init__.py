"""Examines the whole site as its readers and their browsers meet it; ``make audit`` runs it."""
