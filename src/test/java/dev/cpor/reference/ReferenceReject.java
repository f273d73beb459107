package dev.cpor.reference;

/** A refused row: its file, the line on which it begins (the header being 1), its key, and this model's own word for why. */
record ReferenceReject(String file, int line, String id, String why) {}
