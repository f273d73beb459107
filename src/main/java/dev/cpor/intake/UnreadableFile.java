package dev.cpor.intake;

/** Ends the reading of a file that is refused whole; the message says why, without the file's name. */
final class UnreadableFile extends RuntimeException {
    UnreadableFile(String message) {
        super(message);
    }
}
