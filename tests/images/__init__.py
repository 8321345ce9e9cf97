"""Tests of images that stand in a design."""
