"""Slides for PowerPoint and WPS: a deck for each chapter and one for the whole course."""
