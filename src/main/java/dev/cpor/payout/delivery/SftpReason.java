package dev.cpor.payout.delivery;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchRevokedHostKeyException;
import com.jcraft.jsch.JSchUnknownHostKeyException;
import com.jcraft.jsch.SftpException;
import dev.cpor.settings.SftpSettings;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Says in a few words why a server did not take a file, for messages that name both already. */
final class SftpReason {
    private SftpReason() {}

    static String of(Exception failure, SftpSettings server) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            String known = known(at, server);
            if (known != null) {
                return known;
            }
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null || root.getMessage().isBlank()
                ? root.getClass().getSimpleName()
                : root.getMessage();
        return message.lines().findFirst().orElse(message).replaceAll("\\.$", "");
    }

    private static @Nullable String known(Throwable failure, SftpSettings server) {
        if (failure instanceof JSchUnknownHostKeyException) {
            return "its host key is not in %s, so nobody vouches for it; have the key confirmed, and add it there"
                    .formatted(server.knownHosts());
        }
        if (failure instanceof JSchChangedHostKeyException || failure instanceof JSchRevokedHostKeyException) {
            return "its host key is not the one in %s, so another server may have taken its place; ask whoever runs it before you change that file"
                    .formatted(server.knownHosts());
        }
        if (failure instanceof UnknownHostException) {
            return "there is no host of that name";
        }
        if (failure instanceof ConnectException || failure instanceof SocketTimeoutException) {
            return "it does not answer (%s)".formatted(failure.getMessage());
        }
        String message = String.valueOf(failure.getMessage());
        if (message.startsWith("Auth fail") || message.startsWith("Auth cancel")) {
            return "it refuses %s of %s"
                    .formatted(server.passwordEnv() == null ? "the key" : "the password", server.user());
        }
        if (failure instanceof SftpException sftp) {
            return switch (sftp.id) {
                case ChannelSftp.SSH_FX_NO_SUCH_FILE -> "there is no folder " + server.folder();
                case ChannelSftp.SSH_FX_PERMISSION_DENIED -> server.user() + " may not write into " + server.folder();
                default -> "it says: " + message.lines().findFirst().orElse(message);
            };
        }
        return null;
    }
}
