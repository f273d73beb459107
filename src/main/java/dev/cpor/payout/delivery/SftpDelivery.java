package dev.cpor.payout.delivery;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import dev.cpor.digest.Sha256;
import dev.cpor.domain.ClearFailure;
import dev.cpor.settings.SftpSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends released files to a server by SFTP: each under a hidden temporary name, which then becomes its own. */
public final class SftpDelivery {
    private final SftpSettings server;
    private final Function<String, @Nullable String> environment;

    /**
     * @param server where to send them
     * @param environment gives the value of an environment variable, null where it is not set
     */
    public SftpDelivery(SftpSettings server, Function<String, @Nullable String> environment) {
        this.server = server;
        this.environment = environment;
    }

    /**
     * Sends files, one after the other: each is there whole or not at all, and the next only after it. One that is there with
     * the same bytes is left alone, and what a delivery that was killed has left behind is removed.
     *
     * @throws ClearFailure if the server cannot be reached or is not the known one, or a file cannot be sent, is there with
     *     other bytes, or is not what was released
     */
    public void deliver(List<ReleasedFile> files) {
        try (SftpLogin login = SftpLogin.to(server, environment)) {
            for (ReleasedFile file : files) {
                send(file, login);
            }
        } catch (JSchException | SftpException | IOException e) {
            throw new ClearFailure(
                    "%s could not be sent to %s: %s; mend that, and run the same command again to complete the delivery."
                            .formatted(files.get(0).name(), server.address(), SftpReason.of(e, server)),
                    e);
        }
    }

    private void send(ReleasedFile file, SftpLogin login) throws SftpException, IOException {
        ChannelSftp channel = login.channel();
        String beginning = "." + file.name() + ".";
        List<String> names = names(login);
        for (String name : names) {
            if (name.startsWith(beginning) && name.endsWith(".tmp")) {
                channel.rm(login.path(name));
            }
        }
        if (names.contains(file.name())) {
            confirm(file, login);
            return;
        }
        String temporary = login.path(beginning + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream out = channel.put(temporary)) {
                file.writeTo(out);
            }
        } catch (ClearFailure e) {
            channel.rm(temporary);
            throw e;
        }
        channel.rename(temporary, login.path(file.name()));
    }

    private void confirm(ReleasedFile file, SftpLogin login) throws SftpException, IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(login.channel().get(login.path(file.name())), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        String there = Sha256.of(digest);
        if (!there.equals(file.sha256())) {
            throw new ClearFailure(
                    "The file %s is on %s already with other content (SHA-256 %s) than what was released (SHA-256 %s), and a delivered file is never rewritten; find out who put it there."
                            .formatted(file.name(), server.address(), there, file.sha256()));
        }
    }

    private static List<String> names(SftpLogin login) throws SftpException {
        List<String> names = new ArrayList<>();
        login.channel().ls(login.path(""), entry -> {
            names.add(entry.getFilename());
            return ChannelSftp.LsEntrySelector.CONTINUE;
        });
        return names;
    }
}
