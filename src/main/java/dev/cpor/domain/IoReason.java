package dev.cpor.domain;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in a few words why a file or folder could not be used, for messages that name it already. */
public final class IoReason {
    private IoReason() {}

    /** Returns the reason as the system gives it, such as "No space left on device". */
    public static String of(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (e instanceof FileAlreadyExistsException there) {
            return there.getFile() + " is in the way";
        }
        if (e instanceof NotDirectoryException file) {
            return file.getFile() + " is not a folder";
        }
        if (e instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
